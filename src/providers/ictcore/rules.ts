import { emailFault } from '../../graph/email.js';
import { toPhones } from '../../graph/phone-field.js';
import type { Mistake } from '../../operations/record.js';

/** What is wrong with a value, as the end of a sentence that begins with its field; undefined: nothing. */
type Rule = (value: unknown) => string | undefined;
/** By field of the input, in the graph's names. */
export type Rules = Readonly<Record<string, Rule>>;

interface TextRule {
  /** Bytes that the server's column surely holds: it cuts what is longer, without a word, and within a letter too. */
  readonly most: number;
  /** Whether it must be there: null and blank are mistakes. */
  readonly required?: boolean;
  /** Whether it may have several lines. */
  readonly lines?: boolean;
  readonly form?: Form;
  /** Never told in a message. */
  readonly secret?: boolean;
}

/** A form of text, and its words for people. */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly words: string;
  /** What is wrong with a text that nearly fits, as a sentence. */
  readonly fault?: (text: string) => string | undefined;
}

/** All mistakes of an input, in the order of the rules; a field that is left out is none. */
export function mistakesOf(input: object, rules: Rules): Mistake[] {
  const given = new Map<string, unknown>(Object.entries(input));
  return Object.entries(rules).flatMap(([field, rule]) => {
    const value = given.get(field);
    const complaint = value === undefined ? undefined : rule(value);
    return complaint === undefined ? [] : [mistake(field, `"${field}" ${complaint}`)];
  });
}

/** One mistake of one field. */
export function mistake(field: string, message: string, code = 'BAD_USER_INPUT'): Mistake {
  return { code, message, field: [field] };
}

/** Text that the server can keep as it is. */
export function textOf({ most, required = false, lines = false, form, secret = false }: TextRule): Rule {
  return (value) => {
    if (value === null)
      return required ? "can't be cleared: give a value, or leave it out to keep what is there." : undefined;
    if (typeof value !== 'string') return 'must be text.';
    if (value.trim() === '') return required || value !== '' ? 'must not be blank.' : undefined;
    // Half a character makes the whole body unreadable to PHP, which then stores nothing of it, without an error.
    if (!isWhole(value)) return 'must not hold half a character (a lone surrogate).';
    if ((lines ? CONTROLS_IN_LINES : CONTROLS).test(value)) return 'must not hold control characters.';
    const length = Buffer.byteLength(value);
    if (length > most) return `must have at most ${most} ${unitOf(value)}, not ${length}: the server would cut it.`;
    const fault = form?.fault?.(value);
    if (fault !== undefined) return `is not written as it should be. ${fault}`;
    if (!form || form.fits(value)) return undefined;
    return secret ? `must be ${form.words}.` : `must be ${form.words}, not "${value.slice(0, 80)}".`;
  };
}

/** A whole number between these, both included; `clears`: null may clear it. */
export function numberOf(least: number, most: number, { clears = true }: { readonly clears?: boolean } = {}): Rule {
  return (value) => {
    if (value === null) return clears ? undefined : "can't be cleared: give a number, or leave it out.";
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return fits ? undefined : `must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}.`;
  };
}

/** True or false: nothing to clear. */
export const flagOf: Rule = (value) =>
  typeof value === 'boolean' ? undefined : "can't be cleared: give true or false, or leave it out.";

/** A database without a charset of its own, as installations have it, counts bytes. */
function unitOf(text: string): string {
  return Buffer.byteLength(text) === text.length ? 'characters' : 'bytes of UTF-8 ("ż" has two)';
}

const CONTROLS = /\p{Cc}/u;
const CONTROLS_IN_LINES = /[^\P{Cc}\t\r\n]/u;

function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** An e-mail address. */
export const EMAIL: Form = {
  fits: (text) => /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/.test(text),
  words: 'one e-mail address, e.g. "anna@example.com"',
  fault: emailFault,
};

/** A number that a switch can dial and that fits its column, without what `toDialled` leaves out. */
export function phoneOf(most: number, required = false): Rule {
  const text = textOf({ most: LONGEST_SPELLING, required, form: DIALLED });
  return (value) => {
    const length = typeof value === 'string' ? toDialled(value).length : 0;
    return text(value) ?? (length > most ? `must have at most ${most} digits, not ${length}.` : undefined);
  };
}

const LONGEST_SPELLING = 64;
const DIALLED: Form = {
  fits: (text) => /^\+?[\d*#]{2,}$/.test(toDialled(text)) && /\d/.test(text) && isOneNumber(text),
  words: 'one number to dial: two or more digits, * or #, with a plus or without',
};

/** A second number behind a slash, or other last digits of the first one (`22 555 12 00/01`), would be dialled with it. */
function isOneNumber(text: string): boolean {
  return toPhones(text, undefined).length === 1 && !/\/[\s().-]*(?:\d[\s().-]*){1,4}$/.test(text);
}

/** A phone as a switch can dial it: without what people put between its digits. */
export function toDialled(phone: string): string {
  return phone.replace(/[ \u00A0().\/-]/g, '');
}
