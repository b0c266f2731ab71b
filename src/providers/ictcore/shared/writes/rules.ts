import { describeEmailFault } from '../../../../graph/values/email.js';
import { toPhones } from '../../../../graph/values/phone-field.js';
import { inputError } from '../../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../../operations/record.js';
import type { ColumnRule } from '../../../../wire/columns.js';

/** Rules by field of the input, in the graph's names. */
export type Rules = Readonly<Record<string, ColumnRule>>;

interface TextRuleOptions {
  /** How many bytes the server's column holds. It cuts longer text without an error, also within a letter. */
  readonly maxBytes: number;
  /** Whether null and blank text are mistakes. */
  readonly required?: boolean;
  /** Whether it may have several lines. */
  readonly multiline?: boolean;
  readonly format?: TextFormat;
  /** Whether messages must not repeat the value. */
  readonly secret?: boolean;
}

/** A form that text must have, and how messages call it. */
interface TextFormat {
  readonly matches: (text: string) => boolean;
  readonly description: string;
  /** A sentence on what is wrong with a text that nearly has the form. */
  readonly explainFault?: (text: string) => string | undefined;
}

/** All mistakes of an input, in the order of the rules. A field that is left out is not checked. */
export function validateInput(input: object, rules: Rules): UserErrorDetail[] {
  const inputValues = new Map<string, unknown>(Object.entries(input));
  return Object.entries(rules).flatMap(([field, rule]) => {
    const value = inputValues.get(field);
    const fault = value === undefined ? undefined : rule(value);
    return fault === undefined ? [] : [inputError(field, `"${field}" ${fault}`)];
  });
}

/** Text that the server stores unchanged. */
export function textRule({
  maxBytes,
  required = false,
  multiline = false,
  format,
  secret = false,
}: TextRuleOptions): ColumnRule {
  return (value) => {
    if (value === null)
      return required ? "can't be cleared: give a value, or leave it out to keep what is there." : undefined;
    if (typeof value !== 'string') return 'must be text.';
    if (value.trim() === '') return required || value !== '' ? 'must not be blank.' : undefined;
    // Half a character makes the whole body unreadable to PHP, which then stores nothing of it, without an error.
    if (!isWellFormed(value)) return 'must not hold half a character (a lone surrogate).';
    if ((multiline ? CONTROL_CHARACTERS_BUT_LINE_BREAKS : CONTROL_CHARACTERS).test(value))
      return 'must not hold control characters.';
    const length = Buffer.byteLength(value);
    if (length > maxBytes)
      return `must have at most ${maxBytes} ${unitOf(value)}, not ${length}: the server would cut it.`;
    const fault = format?.explainFault?.(value);
    if (fault !== undefined) return `is not written as it should be. ${fault}`;
    if (!format || format.matches(value)) return undefined;
    return secret ? `must be ${format.description}.` : `must be ${format.description}, not "${value.slice(0, 80)}".`;
  };
}

/** A whole number between these, both included; `clears`: null may clear it. */
export function wholeNumberRule(
  min: number,
  max: number,
  { clears = true }: { readonly clears?: boolean } = {},
): ColumnRule {
  return (value) => {
    if (value === null) return clears ? undefined : "can't be cleared: give a number, or leave it out.";
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    return fits ? undefined : `must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}.`;
  };
}

/** True or false; null is a mistake, as there is nothing to clear. */
export const booleanRule: ColumnRule = (value) =>
  typeof value === 'boolean' ? undefined : "can't be cleared: give true or false, or leave it out.";

/** True, false, or null for what the server takes when it is left out. */
export const optionalBooleanRule: ColumnRule = (value) => (value === null ? undefined : booleanRule(value));

/** The server's database usually names no charset, so that its columns count bytes. */
function unitOf(text: string): string {
  return Buffer.byteLength(text) === text.length ? 'characters' : 'bytes of UTF-8 ("ż" has two)';
}

const CONTROL_CHARACTERS = /\p{Cc}/u;
const CONTROL_CHARACTERS_BUT_LINE_BREAKS = /[^\P{Cc}\t\r\n]/u;

function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** An e-mail address. */
export const EMAIL_FORMAT: TextFormat = {
  matches: (text) => /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/.test(text),
  description: 'one e-mail address, e.g. "anna@example.com"',
  explainFault: describeEmailFault,
};

/** A number that a switch can dial and that fits its column, without what `toDialled` leaves out. */
export function phoneRule(maxDigits: number, required = false): ColumnRule {
  const spellingRule = textRule({ maxBytes: MAX_SPELLING_BYTES, required, format: DIALLABLE_FORMAT });
  return (value) => {
    const length = typeof value === 'string' ? toWirePhone(value).length : 0;
    return (
      spellingRule(value) ?? (length > maxDigits ? `must have at most ${maxDigits} digits, not ${length}.` : undefined)
    );
  };
}

const MAX_SPELLING_BYTES = 64;
const DIALLABLE_FORMAT: TextFormat = {
  matches: (text) => /^\+?[\d*#]{2,}$/.test(toWirePhone(text)) && /\d/.test(text) && isOneNumber(text),
  description: 'one number to dial: two or more digits, * or #, with a plus or without',
};

/** A second number behind a slash, or other last digits of the first one (`22 555 12 00/01`), would be dialled with it. */
function isOneNumber(text: string): boolean {
  return toPhones(text, undefined).length === 1 && !/\/[\s().-]*(?:\d[\s().-]*){1,4}$/.test(text);
}

/** A phone as a switch can dial it: without what people put between its digits. */
export function toWirePhone(phone: string): string {
  return phone.replace(/[ \u00A0().\/-]/g, '');
}
