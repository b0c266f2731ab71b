/**
 * How texts are compared, everywhere: in NFC, without blanks and invisible characters at their ends, and case-folded as
 * Unicode says for texts of unknown language (full folding: C and F of CaseFolding.txt). So `ß`, `ẞ` and `ss` are one,
 * and so are `σ` and `ς`, `ﬁ` and `fi`; the Turkish `ı` is its own letter, and `İ` an `i` with a dot. What only looks
 * alike, such as full-width letters, stays apart.
 */
export function foldText(text: string): string {
  if (isAscii(text)) return text.trim().toLowerCase();
  return plainText(text)
    .replace(FOLDED, (letters) => letters.toLowerCase().toUpperCase())
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}

/** Everything except ASCII and the `ı`, whose capital would be an `I`. */
const FOLDED = /[^\0-\x7Fı]+/g;

/** A text in NFC, without blanks and invisible characters at its ends. */
export function plainText(text: string): string {
  return isAscii(text) ? text.trim() : text.normalize('NFC').replace(AT_THE_ENDS, '');
}

const AT_THE_ENDS = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** A text without invisible characters: zero-width characters, soft hyphens, direction marks and byte order marks. */
export function withoutInvisible(text: string): string {
  return isAscii(text) ? text : text.replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
}

export function isAscii(text: string): boolean {
  return /^[\0-\x7F]*$/.test(text);
}

export type TextOperator = 'eq' | 'contains' | 'startsWith';

/**
 * Parts of a text that all texts which equal, hold or begin with it have as they are, but for the case of letters: what
 * a provider can be asked for that knows nothing of NFC and folding. They are ASCII, without the letters that `ß` and the
 * common ligatures are folded to (`ss`, `ff`, `fi`, `fl`), of which one half may lie beyond an open end of the text.
 */
export function invariantParts(text: string, operator: TextOperator): readonly string[] {
  const ended = operator === 'eq' ? text : text.replace(/[sf]+$/i, '');
  return (operator === 'contains' ? ended.replace(/^[sfil]+/i, '') : ended)
    .split(/[^\0-\x7F]+|ss+|f[fil]+/i)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The longest of these, where it is the whole text or long enough to be worth asking for; else ''. */
export function invariantPart(text: string, operator: TextOperator): string {
  const longest = invariantParts(text, operator).reduce((best, part) => (part.length > best.length ? part : best), '');
  return longest === text || longest.length >= MIN_PART_LENGTH ? longest : '';
}

const MIN_PART_LENGTH = 3;

/** Whether a text is one such part: a whole comparison without case then finds every text that equals it. */
export function isInvariant(text: string): boolean {
  return isAscii(text) && !/ss|f[fil]/i.test(text);
}
