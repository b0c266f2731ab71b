import { Refusal } from './refusal.js';

/** The parameters of one request, whichever of the two encodings carried them. */
export type Params = Readonly<Record<string, unknown>>;

/** Official clients send JSON (PHP, Python, Java …) or a form (Node, Bash, Laravel). */
export function readParams(contentType: string, text: string): Params {
  if (text.trim() === '') return {};
  return contentType.includes('json') || text.trimStart().startsWith('{') ? readJson(text) : readForm(text);
}

/** Absent, `null` and (in a form, which has no null) `''` all say: not given. */
export function isGiven(params: Params, name: string): boolean {
  const value = params[name];
  return value !== undefined && value !== null && value !== '';
}

/** Text as sent, numbers included; undefined where the parameter is absent or null. */
export function toText(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Refusal(1006);
}

export function toRequiredText(params: Params, name: string): string {
  const text = toText(params, name);
  if (text === undefined || text.trim() === '') throw new Refusal(2000);
  return text;
}

/** An id: Java and C# clients and every form send it as text. */
export function toId(value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(1004);
  return Number(text);
}

export function toRequiredId(params: Params, name: string): number {
  if (!isGiven(params, name)) throw new Refusal(2000);
  return toId(params[name]);
}

/** PHP writes 1, forms write `true`, a missing value is false. */
export function toFlag(params: Params, name: string): boolean {
  const value = params[name];
  return value === true || value === 1 || (typeof value === 'string' && ['true', '1'].includes(value.toLowerCase()));
}

/** A positive number for paging; anything else counts as not given. */
export function toCount(params: Params, name: string): number | undefined {
  const value = Number(toText(params, name) ?? '');
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

/** A list as a JSON array or as the `name[0]`, `name[]` of a form; a single value is a list of one. */
export function parseList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [value];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(text: string): Params {
  const value = parsed(text);
  if (!isRecord(value)) throw new Refusal(1006);
  return value;
}

/** JSON, or error 1006 where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(1006);
  }
}

/** `a=1&contact[0][phone]=2` → `{ a: '1', contact: { 0: { phone: '2' } } }`, as PHP reads it. */
function readForm(text: string): Params {
  const root = emptyRecord();
  for (const [key, value] of new URLSearchParams(text)) {
    const [, name = key, brackets = ''] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(key) ?? [];
    const path = [name, ...Array.from(brackets.matchAll(/\[([^\]]*)\]/g), ([, part = '']) => part)];
    const last = path.pop() ?? name;
    let place = root;
    for (const part of path) place = placeIn(place, part);
    place[keyIn(place, last)] = value;
  }
  return root;
}

function placeIn(record: Record<string, unknown>, part: string): Record<string, unknown> {
  const key = keyIn(record, part);
  const known = record[key];
  if (isRecord(known)) return known;
  const fresh = emptyRecord();
  record[key] = fresh;
  return fresh;
}

/** `[]` takes the next free number. */
function keyIn(record: Record<string, unknown>, part: string): string {
  return part === '' ? String(Object.keys(record).length) : part;
}

/** Without a prototype: a parameter may be called `__proto__`. */
function emptyRecord(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}
