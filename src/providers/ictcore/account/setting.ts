import { isPlainObject } from '../../../wire/plain-object.js';
import type { JsonValue } from '../../../wire/value-readers.js';

/** What columns of settings begin with, e.g. `setting:coverpage`. */
export const SETTING_PREFIX = 'setting:';

/** The value of a setting in an answer; undefined where it only says that there is one, so that the account's item must be read. */
export function settingFromAnswer(answer: JsonValue | undefined): JsonValue | undefined {
  if (answer === true) return undefined;
  return isPlainObject(answer) && 'value' in answer ? answer['value'] : answer;
}

/** A setting among all settings of an account: an object, or an empty list where there are none. */
export function findSetting(settings: JsonValue | undefined, name: string): JsonValue | undefined {
  return isPlainObject(settings) && Object.hasOwn(settings, name) ? settings[name] : undefined;
}

/** The value as text. A value that is no text becomes JSON, and nothing becomes null. */
export function toSettingText(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
