import { isPlainObject } from '../../../wire/plain-object.js';
import type { JsonValue } from '../../../wire/value-readers.js';

/** What columns of settings begin with, e.g. `setting:coverpage`. */
export const SETTING_PREFIX = 'setting:';

/** What an answer says of a setting; undefined: it is there, and only the account's item tells what it is. */
export function settingFromAnswer(answer: JsonValue | undefined): JsonValue | undefined {
  if (answer === true) return undefined;
  return isPlainObject(answer) && 'value' in answer ? answer['value'] : answer;
}

/** A setting among all of an account's, which are an empty list where there are none. */
export function findSetting(settings: JsonValue | undefined, name: string): JsonValue | undefined {
  return isPlainObject(settings) && Object.hasOwn(settings, name) ? settings[name] : undefined;
}

/** The value as text: what is not text is JSON, and nothing is null. */
export function toSettingText(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
