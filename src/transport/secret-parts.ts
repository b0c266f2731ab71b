import { countInvisibleUnits } from './invisible-characters.js';
import type { Encoding } from './secret-encodings.js';
import type { SecretSpan } from './secret-span.js';
import { maySpell, type SpelledText } from './spelled-characters.js';

/** The places of parts of encoded secrets, in their order. */
export type FindParts = (spelled: SpelledText) => readonly SecretSpan[];

const NONE: readonly SecretSpan[] = [];
const MIN_CELLS = 512;
const MAX_CELLS = 65_536;
/** How many beginnings of digits are remembered: more than are harmless. */
const REMEMBERED = 8;

/**
 * Finds parts of encoded secrets that hold more than three bytes of them. The digits that are harmless are looked up as
 * one number, so that a text takes one step for each of its characters, however many secrets there are.
 */
export function createPartFinder(encoding: Encoding, encodedSecrets: readonly string[]): FindParts {
  const { digits, bitsPerDigit, harmless } = encoding;
  const mask = 2 ** (bitsPerDigit * harmless) - 1;
  const secrets = createDigitIndex(encoding, encodedSecrets, mask);
  const starts = new Int32Array(REMEMBERED);

  /** The end of the longest part whose harmless digits end here, or -1. */
  const findEnd = (spelled: SpelledText, start: number, number: number): number => {
    let furthest = -1;
    for (let place = secrets.last(number); place > 0; place = secrets.before(place, number)) {
      let at = start;
      for (let next = place + 1; ; next += 1) {
        const read = readDigit(spelled, at, digits);
        if (read?.digit !== secrets.digitAt(next)) break;
        at = read.end;
        furthest = Math.max(furthest, at);
      }
    }
    return furthest;
  };

  return (spelled) => {
    const { text } = spelled;
    let spans: SecretSpan[] | undefined;
    let inRow = 0;
    let number = 0;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      let digit = code < 128 ? (digits[code] ?? -1) : -1;
      let end = at + 1;
      if (digit < 0) {
        const read = maySpell(code) || inRow > 0 ? readCharacter(spelled, at, digits) : undefined;
        ({ digit, end } = read ?? { digit, end });
        if (!read) inRow = 0;
      }
      if (digit >= 0) {
        starts[inRow % REMEMBERED] = at;
        inRow += 1;
        number = ((number << bitsPerDigit) | digit) & mask;
        if (inRow >= harmless && secrets.mayHave(number)) {
          const partEnd = findEnd(spelled, end, number);
          if (partEnd >= 0) {
            (spans ??= []).push({ start: starts[(inRow - harmless) % REMEMBERED] ?? at, end: partEnd });
            end = partEnd;
            inRow = 0;
          }
        }
      }
      at = end;
    }
    return spans ?? NONE;
  };
}

interface ReadCharacter {
  /** -1: it does not show. */
  readonly digit: number;
  readonly end: number;
}

/** A digit or something that does not show, however it is spelt; undefined: something else. */
function readCharacter({ text, readAt }: SpelledText, at: number, digits: Int8Array): ReadCharacter | undefined {
  const code = text.charCodeAt(at);
  const digit = digits[code] ?? -1;
  if (digit >= 0) return { digit, end: at + 1 };
  if (!maySpell(code)) {
    const units = countInvisibleUnits(text, at);
    return units === 0 ? undefined : { digit, end: at + units };
  }
  for (const { character, end } of readAt(at)) {
    const spelledDigit = digits[character.charCodeAt(0)] ?? -1;
    if (spelledDigit >= 0 || countInvisibleUnits(character, 0) > 0) return { digit: spelledDigit, end };
  }
  return undefined;
}

/** The next digit, after whatever does not show. */
function readDigit(spelled: SpelledText, start: number, digits: Int8Array): ReadCharacter | undefined {
  let read = readCharacter(spelled, start, digits);
  while (read && read.digit < 0) read = readCharacter(spelled, read.end, digits);
  return read;
}

/** Where so many digits in a row are in secrets: a table of what ends where, by numbers only. */
interface DigitIndex {
  /** Seldom true where there are none. */
  readonly mayHave: (number: number) => boolean;
  /** Where these digits end for the last time, and before that; 0: nowhere. */
  readonly last: (number: number) => number;
  readonly before: (place: number, number: number) => number;
  /** -1: a secret ends here. */
  readonly digitAt: (place: number) => number;
}

function createDigitIndex(
  { digits, bitsPerDigit, harmless }: Encoding,
  encodedSecrets: readonly string[],
  mask: number,
): DigitIndex {
  const joined = encodedSecrets.join('\n');
  const all = new Int8Array(joined.length);
  const cellCount = Math.min(MAX_CELLS, Math.max(MIN_CELLS, 2 ** Math.ceil(Math.log2(4 * all.length + 1))));
  const cellOf = (number: number): number => (Math.imul(number, 0x9e3779b1) >>> 8) & (cellCount - 1);
  const lastOf = new Int32Array(cellCount);
  const earlier = new Int32Array(all.length);
  const numbers = new Int32Array(all.length);
  let inRow = 0;
  let number = 0;
  for (let place = 0; place < joined.length; place += 1) {
    const digit = digits[joined.charCodeAt(place)] ?? -1;
    all[place] = digit;
    inRow = digit < 0 ? 0 : inRow + 1;
    number = ((number << bitsPerDigit) | digit) & mask;
    if (inRow < harmless) continue;
    numbers[place] = number;
    earlier[place] = lastOf[cellOf(number)] ?? 0;
    lastOf[cellOf(number)] = place;
  }
  const findFrom = (first: number, wanted: number): number => {
    let place = first;
    while (place > 0 && numbers[place] !== wanted) place = earlier[place] ?? 0;
    return place;
  };
  return {
    mayHave: (wanted) => lastOf[cellOf(wanted)] !== 0,
    last: (wanted) => findFrom(lastOf[cellOf(wanted)] ?? 0, wanted),
    before: (place, wanted) => findFrom(earlier[place] ?? 0, wanted),
    digitAt: (place) => all[place] ?? -1,
  };
}
