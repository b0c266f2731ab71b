import type { Mistake } from '../../operations/record.js';
import type { JsonValue } from '../../wire/read.js';

/** One value of a contact in HostTracker's words, as its JSON would hold it. */
export type Edit = readonly [name: string, value: JsonValue];

/** What became of one value of an input: what is sent of it, or what is wrong with it. */
export type Checked = Edit | Mistake;

/** One value of an input that can't be sent. */
export function wrong(field: readonly string[], message: string): Mistake {
  return { code: 'BAD_USER_INPUT', message, field };
}

export function editsOf(checked: readonly Checked[]): readonly Edit[] {
  return checked.filter((each): each is Edit => Array.isArray(each));
}

export function mistakesOf(checked: readonly Checked[]): readonly Mistake[] {
  return checked.filter((each): each is Mistake => !Array.isArray(each));
}

const unsendable = /\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;

/** A text without the blanks around it, or what is wrong with it: neither format holds control characters well. */
export function textOf(field: string, text: string, what: string): { readonly text: string } | Mistake {
  const trimmed = text.trim();
  if (trimmed === '') return wrong([field], `${what} must not be blank.`);
  if (unsendable.test(trimmed)) {
    return wrong([field], `${what} must be one line, without control characters or half a character.`);
  }
  return { text: trimmed };
}
