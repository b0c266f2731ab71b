import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One documented request and its response; the format is described in test/exchanges/README.md. */
export interface DocumentedExchange {
  readonly provider: string;
  readonly name: string;
  readonly source: string;
  readonly given: unknown;
  readonly config: Readonly<Record<string, unknown>>;
  readonly query: string | undefined;
  readonly data: unknown;
  readonly request: {
    readonly method: string;
    /** Path with its query, as on the wire. */
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

const FOLDER = new URL('../exchanges/', import.meta.url).pathname;

/** Every exchange of one provider, by file name. */
export function exchangesOf(provider: string): DocumentedExchange[] {
  const folder = join(FOLDER, provider);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.http'))
    .sort()
    .map((file) => parseExchange(provider, basename(file, '.http'), readFileSync(join(folder, file), 'utf8')));
}

export function parseExchange(provider: string, name: string, text: string): DocumentedExchange {
  const lines = text.split(/\r?\n/);
  const notes = new Map<string, string>();
  while (lines[0]?.startsWith('#')) {
    const [, key, value] = /^# (\w+): (.*)$/.exec(lines.shift() ?? '') ?? [];
    if (key && value) notes.set(key, value);
  }
  const answerAt = lines.findIndex((line) => /^HTTP\/1\.1 \d{3}/.test(line));
  const source = notes.get('Source');
  if (answerAt < 1 || !source) throw new Error(`${provider}/${name}.http: needs "# Source:", a request and a response`);
  const asked = parseMessage(lines.slice(0, answerAt));
  const answered = parseMessage(lines.slice(answerAt));
  const [method, target] = asked.start.split(' ');
  if (!method || !target) throw new Error(`${provider}/${name}.http: bad request line "${asked.start}"`);
  const json = (key: string): unknown => {
    const value = notes.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  };
  return {
    provider,
    name,
    source,
    given: json('Given'),
    config: (json('Config') ?? {}) as Record<string, unknown>,
    query: notes.get('Query'),
    data: json('Data'),
    request: { method, target, headers: asked.headers, body: asked.body },
    response: { status: Number(answered.start.split(' ')[1]), headers: answered.headers, body: answered.body },
  };
}

function parseMessage(lines: readonly string[]): { start: string; headers: Record<string, string>; body: string } {
  const [start = '', ...rest] = lines;
  const blank = rest.indexOf('');
  const headLines = blank < 0 ? rest : rest.slice(0, blank);
  const headers = headLines.flatMap((line) => {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
  });
  const body = blank < 0 ? '' : rest.slice(blank + 1).join('\n');
  return { start, headers: Object.fromEntries(headers), body: body.trim() };
}
