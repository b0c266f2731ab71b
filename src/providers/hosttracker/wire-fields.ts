import { inputError } from '../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../operations/record.js';
import type { JsonValue } from '../../wire/value-readers.js';

/** One value of a contact under HostTracker's name, in the form of its JSON. */
export type WireField = readonly [name: string, value: JsonValue];

/** One value of an input after its check: what is sent, or what is wrong with it. */
export type ValidatedField = WireField | UserErrorDetail;

export function wireFieldsOf(checked: readonly ValidatedField[]): readonly WireField[] {
  return checked.filter((each): each is WireField => Array.isArray(each));
}

export function inputErrorsOf(checked: readonly ValidatedField[]): readonly UserErrorDetail[] {
  return checked.filter((each): each is UserErrorDetail => !Array.isArray(each));
}

const unsendable = /\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;

/** A text without the blanks around it, or what is wrong with it. Neither format carries control characters safely. */
export function validateText(field: string, text: string, label: string): { readonly text: string } | UserErrorDetail {
  const trimmed = text.trim();
  if (trimmed === '') return inputError([field], `${label} must not be blank.`);
  if (unsendable.test(trimmed)) {
    return inputError([field], `${label} must be one line, without control characters or half a character.`);
  }
  return { text: trimmed };
}
