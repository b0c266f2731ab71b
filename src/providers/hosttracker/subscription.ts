import type { Mistake } from '../../operations/record.js';
import type { JsonValue } from '../../wire/read.js';
import { textOf, wrong, type Checked } from './edit.js';
import { isGuid } from './wire-contact.js';

/** No document shows a subscription: these are the fields that published clients send. */
const FIELDS = ['taskId', 'contactId', 'alertTypes', 'reportTypes'];

/** Subscriptions as they are sent, or all that is wrong with them; `key` is undefined for a new contact. */
export function checkSubscriptions(value: unknown, key: string | undefined): readonly Checked[] {
  if (value === undefined || (value === null && key === undefined)) return [];
  if (value === null) return [['subscriptions', []]];
  if (!Array.isArray(value)) {
    return [wrong(['subscriptions'], 'Subscriptions are a list, e.g. [{ taskId: "…", alertTypes: ["Down"] }].')];
  }
  const mistakes: Mistake[] = [];
  const subscriptions = value.map((each: unknown, place) =>
    checkOne(each, key, ['subscriptions', String(place)], mistakes),
  );
  return mistakes.length > 0 ? mistakes : [['subscriptions', subscriptions]];
}

function checkOne(value: unknown, key: string | undefined, at: readonly string[], mistakes: Mistake[]): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    mistakes.push(wrong(at, 'A subscription is an object with a taskId.'));
    return null;
  }
  const given = new Map<string, unknown>(Object.entries(value));
  for (const name of given.keys()) {
    if (FIELDS.includes(name)) continue;
    mistakes.push(wrong([...at, name.slice(0, 60)], `A subscription has ${FIELDS.join(', ')} and nothing else.`));
  }
  const taskId = given.get('taskId');
  if (typeof taskId !== 'string' || !isGuid(taskId)) {
    mistakes.push(wrong([...at, 'taskId'], 'A subscription needs the taskId of a task, which is a GUID.'));
  }
  const contactId = given.get('contactId') ?? null;
  if (contactId !== null && (typeof contactId !== 'string' || contactId.toLowerCase() !== key?.toLowerCase())) {
    mistakes.push(wrong([...at, 'contactId'], 'A subscription is of the contact that holds it: leave contactId out.'));
  }
  const types = ['alertTypes', 'reportTypes'].flatMap((name) => {
    const list = given.get(name) ?? null;
    return list === null ? [] : [[name, checkTypes(list, [...at, name], mistakes)] as const];
  });
  return {
    ...(typeof taskId === 'string' ? { taskId } : {}),
    ...(typeof contactId === 'string' ? { contactId } : {}),
    ...Object.fromEntries(types),
  };
}

function checkTypes(list: unknown, at: readonly string[], mistakes: Mistake[]): readonly string[] {
  const words = Array.isArray(list) ? list : [list];
  return words.flatMap((word: unknown) => {
    const read = typeof word === 'string' && Array.isArray(list) ? textOf('', word, '') : undefined;
    if (read && 'text' in read) return [read.text];
    mistakes.push(wrong(at, `${at.at(-1) ?? ''} is a list of words, e.g. ["Down", "Up"].`));
    return [];
  });
}
