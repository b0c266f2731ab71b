import { isUuid } from '../../../graph/values/uuid.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { JsonValue } from '../../../wire/value-readers.js';
import { validateText, type ValidatedField } from '../wire-fields.js';

/** Subscriptions are not documented. These are the fields that published clients send. */
const FIELDS = ['taskId', 'contactId', 'alertTypes', 'reportTypes'];

/** Subscriptions as sent, or all that is wrong with them; `key` is undefined for a new contact. */
export function validateSubscriptions(value: unknown, key: string | undefined): readonly ValidatedField[] {
  if (value === undefined || (value === null && key === undefined)) return [];
  if (value === null) return [['subscriptions', []]];
  if (!Array.isArray(value)) {
    return [inputError(['subscriptions'], 'Subscriptions are a list, e.g. [{ taskId: "…", alertTypes: ["Down"] }].')];
  }
  const userErrors: UserErrorDetail[] = [];
  const subscriptions = value.map((each: unknown, place) =>
    validateSubscription(each, key, ['subscriptions', String(place)], userErrors),
  );
  return userErrors.length > 0 ? userErrors : [['subscriptions', subscriptions]];
}

function validateSubscription(
  value: unknown,
  key: string | undefined,
  at: readonly string[],
  userErrors: UserErrorDetail[],
): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    userErrors.push(inputError(at, 'A subscription is an object with a taskId.'));
    return null;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const name of fields.keys()) {
    if (FIELDS.includes(name)) continue;
    userErrors.push(
      inputError([...at, name.slice(0, 60)], `A subscription has ${FIELDS.join(', ')} and nothing else.`),
    );
  }
  const taskId = fields.get('taskId');
  if (typeof taskId !== 'string' || !isUuid(taskId)) {
    userErrors.push(inputError([...at, 'taskId'], 'A subscription needs the taskId of a task, which is a GUID.'));
  }
  const contactId = fields.get('contactId') ?? null;
  if (contactId !== null && (typeof contactId !== 'string' || contactId.toLowerCase() !== key?.toLowerCase())) {
    userErrors.push(
      inputError([...at, 'contactId'], 'A subscription is of the contact that holds it: leave contactId out.'),
    );
  }
  const types = ['alertTypes', 'reportTypes'].flatMap((name) => {
    const list = fields.get(name) ?? null;
    return list === null ? [] : [[name, validateTypeNames(list, [...at, name], userErrors)] as const];
  });
  return {
    ...(typeof taskId === 'string' ? { taskId } : {}),
    ...(typeof contactId === 'string' ? { contactId } : {}),
    ...Object.fromEntries(types),
  };
}

function validateTypeNames(list: unknown, at: readonly string[], userErrors: UserErrorDetail[]): readonly string[] {
  const words = Array.isArray(list) ? list : [list];
  return words.flatMap((word: unknown) => {
    const validated = typeof word === 'string' && Array.isArray(list) ? validateText('', word, '') : undefined;
    if (validated && 'text' in validated) return [validated.text];
    userErrors.push(inputError(at, `${at.at(-1) ?? ''} is a list of words, e.g. ["Down", "Up"].`));
    return [];
  });
}
