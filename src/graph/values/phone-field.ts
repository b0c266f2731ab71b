import { withoutInvisible } from '../../query/text.js';
import { digitsOf, readNumber, type CountryCode, type PhoneNotation } from './phone.js';

/** Longer texts are no list of numbers: what a provider holds must not decide how long this takes. */
const MAX_LENGTH = 500;
/** Fewer digits behind a comma or slash are an extension or the end of another number, even where they are a number somewhere. */
const MIN_DIGITS = 6;
/** What is no valid number and yet one of several: so many digits and nothing but what stands between digits. */
const LIKE_A_NUMBER = /^[\s\d+()./-]{7,30}$/;

const WORDS = 'lub|albo|oraz|i|or|and|oder|und|bzw\\.?|ou|et';
/** Whether a text may hold several numbers, cheaply. */
const mark = new RegExp(`[,;/|&\\r\\n]|\\s(?:(?:${WORDS})\\s|\\+\\d)`, 'i');
/** From what separates numbers only to what stands in numbers too: before extensions, or between an area and the rest. */
const SEPARATORS: readonly RegExp[] = [
  new RegExp(`(\\s*[|&\\r\\n]+\\s*|\\s+(?:${WORDS})\\s+|\\s+(?=\\+\\d))`, 'i'),
  /(\s*[,;]+\s*)/,
  /(\s*\/+\s*)/,
];

const MAX_CACHED = 50_000;
const MAX_CACHED_LENGTH = 120;
/**
 * By notation and country, then by text. Maps for the same reason as in `phone.ts`: 200,000 reads took 165 ms, and of an
 * lru-cache 210 to 260 ms.
 */
const cachedFields: Readonly<Record<PhoneNotation, Map<CountryCode | undefined, Map<string, readonly string[]>>>> = {
  national: new Map(),
  international: new Map(),
};

function cachedFieldsOf(country: CountryCode | undefined, notation: PhoneNotation): Map<string, readonly string[]> {
  let cached = cachedFields[notation].get(country);
  if (!cached) cachedFields[notation].set(country, (cached = new Map<string, readonly string[]>()));
  return cached;
}

/** The numbers that a field holds, as `toPhone` tells each: people write several into one. */
export function toPhones(
  text: string,
  country: CountryCode | undefined,
  notation: PhoneNotation = 'national',
): readonly string[] {
  if (text.length > MAX_CACHED_LENGTH) return readPhones(text, country, notation);
  const cached = cachedFieldsOf(country, notation);
  const before = cached.get(text);
  if (before) return before;
  const phones = readPhones(text, country, notation);
  if (cached.size >= MAX_CACHED) cached.clear();
  cached.set(text, phones);
  return phones;
}

/** Whether a field holds any: what is no valid number is one as it is. */
export function holdsPhone(text: string): boolean {
  return /[!-~]/.test(text) || withoutInvisible(text).trim() !== '';
}

function readPhones(text: string, country: CountryCode | undefined, notation: PhoneNotation): readonly string[] {
  // Phones copy numbers with marks of their direction around them.
  const given = withoutInvisible(text).trim();
  if (given === '') return [];
  if (given.length > MAX_LENGTH || !mark.test(given)) return [readNumber(given, country, notation) || given];
  const { phones } = phonesIn(given, (part) => readNumber(part, country, notation));
  // A text of nothing but commas is kept as it is.
  return phones.every((phone) => phone === '') ? [given] : phones;
}

interface ParsedPhones {
  readonly phones: readonly string[];
  /** Whether each of them is a valid number. */
  readonly areValid: boolean;
}

type ReadNumber = (text: string) => string;

function phonesIn(text: string, read: ReadNumber, level = 0): ParsedPhones {
  const separator = SEPARATORS[level];
  if (!separator) {
    const number = read(text);
    return { phones: [number || text.trim()], areValid: number !== '' };
  }
  if (!separator.test(text)) return phonesIn(text, read, level + 1);
  const found = partsOf(text.split(separator), read, level).map((part) => phonesIn(part, read, level + 1));
  return {
    phones: [...new Set(found.flatMap(({ phones }) => phones))],
    areValid: found.every(({ areValid }) => areValid),
  };
}

/** Texts and what separates them in turn, with those put together again that are one number or none. */
function partsOf([first = '', ...others]: readonly string[], read: ReadNumber, level: number): readonly string[] {
  const isValid = (part: string): boolean => phonesIn(part, read, level + 1).areValid;
  const parts: string[] = [];
  let current = first;
  for (let at = 0; at + 1 < others.length; at += 2) {
    const [between = '', next = ''] = others.slice(at, at + 2);
    if (next === '') continue;
    if (current === '') {
      current = next;
      continue;
    }
    const joined = current + between + next;
    const isNumber = isValid(current);
    const isNextNumber = digitsOf(next).length >= MIN_DIGITS && isValid(next);
    const isSeveral = (isNumber || LIKE_A_NUMBER.test(current)) && (isNextNumber || LIKE_A_NUMBER.test(next));
    if (!isDialSuffix(between, next) && ((isNumber && isNextNumber) || (isSeveral && !read(joined)))) {
      parts.push(current);
      current = next;
    } else if (isDialSuffix(between, next) || read(joined)) current = joined;
    else if (isNumber && digitsOf(next) === '') continue;
    else if (isNextNumber && digitsOf(current) === '') current = next;
    else current = joined;
  }
  return [...parts, current];
}

/** Whether what follows is dialled behind the number before it: `,,12#`, `;ext=12`. */
function isDialSuffix(between: string, next: string): boolean {
  if (between.trim() === ';') return /^[a-z-]+=/i.test(next);
  return between.includes(',,') || (between.includes(',') && /^\d+#$/.test(next));
}
