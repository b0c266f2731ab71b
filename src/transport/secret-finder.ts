import { countInvisibleUnits } from './invisible-characters.js';
import { BASE64, HEX } from './secret-encodings.js';
import { needlesOf, type Needle } from './secret-needles.js';
import { createPartFinder } from './secret-parts.js';
import { addSpan, joinSpans, type SecretSpan } from './secret-span.js';
import { createSpelledText, maySpell, type SpelledCharacter, type SpelledText } from './spelled-characters.js';

export interface SecretFinder {
  /** The places of all secrets, in their order and without overlaps. `isCut`: the text may end within a secret. */
  readonly find: (text: string, isCut?: boolean) => readonly SecretSpan[];
}

const NONE: readonly SecretSpan[] = [];
const BASE64_CHARACTER = /^[\w+/-]$/;
/** So that a text of nothing but what does not show takes no longer than others: few of them split any secret. */
const MAX_STEPS_PER_CHARACTER = 2;
const MIN_STEPS = 32;
/** An escape that a cut leaves incomplete is shorter. */
const MAX_BROKEN_ESCAPE = 12;

/**
 * Looks for secrets in any spelling: percent-encoded, escaped or as entities, wholly or partly; in hex; in base64 of
 * both alphabets, alone or within a longer text, and parts of those; and split by characters that do not show.
 */
export function createSecretFinder(secrets: Iterable<string>): SecretFinder {
  /** By the code of the character that each may begin with. */
  const needlesByStart = new Map<number, Needle[]>();
  const addNeedle = (start: string, needle: Needle): void => {
    const code = start.charCodeAt(0);
    const needles = needlesByStart.get(code);
    if (needles) needles.push(needle);
    else needlesByStart.set(code, [needle]);
  };
  const needles = [...secrets].flatMap(needlesOf);
  const partFinders = [BASE64, HEX].map((encoding) => {
    const encoded = needles.filter((needle) => needle.encoding === encoding).map(({ text }) => text);
    return createPartFinder(encoding, encoded);
  });
  for (const needle of needles) {
    for (const start of startsOf(needle)) addNeedle(start, needle);
  }
  return {
    find: (text, isCut = false) => {
      let spans: SecretSpan[] | undefined;
      const spelled = createSpelledText(text);
      const findAt = (code: number, at: number, isSpelled: boolean): void => {
        for (const needle of needlesByStart.get(code) ?? NO_NEEDLES) {
          if (!isSpelled && !mayGoOn(text.charCodeAt(at + 1), needle)) continue;
          const end = matchNeedle(spelled, at, needle, isCut);
          if (end >= 0) addSpan((spans ??= []), toWholeSpan(spelled, at, end, needle));
        }
      };
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        findAt(code, at, false);
        if (maySpell(code)) {
          for (const { character } of spelled.readAt(at)) findAt(character.charCodeAt(0), at, true);
          if (spelled.isExhausted()) {
            addSpan((spans ??= []), { start: at, end: text.length });
            break;
          }
        }
      }
      let found: readonly SecretSpan[] = spans ?? NONE;
      for (const findParts of partFinders) {
        const parts = findParts(spelled);
        if (parts.length > 0) found = joinSpans(found, parts);
      }
      return found;
    },
  };
}

const NO_NEEDLES: readonly Needle[] = [];

/** The characters that a spelling of this needle may begin with, escapes apart. */
function startsOf({ text, fold }: Needle): string[] {
  const first = text.charAt(0);
  const candidates = [first, first.toUpperCase(), '-', '_'].filter((each) => fold(each) === first);
  // How forms spell a blank.
  return [...new Set(first === ' ' ? [...candidates, '+'] : candidates)];
}

/** Whether this may be the second character of a needle, which most characters that show are not. */
function mayGoOn(code: number, { text, fold }: Needle): boolean {
  const isPlain = code > 0x20 && code < 0x7f && code !== PLUS && !maySpell(code);
  return (
    !isPlain || text.length < 2 || code === text.charCodeAt(1) || fold(String.fromCharCode(code)) === text.charAt(1)
  );
}

/** Where the needle ends that begins here, the furthest place that fits, or -1. */
function matchNeedle({ text, readAt }: SpelledText, start: number, needle: Needle, isCut: boolean): number {
  const wanted = needle.text;
  const maxSteps = MAX_STEPS_PER_CHARACTER * wanted.length + MIN_STEPS;
  let at = start;
  let index = 0;
  let furthest = -1;
  // What may be read in two ways is read in both; few texts need that.
  let others: OtherReadings | undefined;
  for (let steps = 0; steps <= maxSteps; steps += 1) {
    const code = text.charCodeAt(at);
    const isOver = index >= wanted.length;
    const isSame =
      !isOver && (code === wanted.charCodeAt(index) || needle.fold(text.charAt(at)) === wanted.charAt(index));
    if (isOver || (isCut && index >= needle.minBeforeCut && endsWithin(text, at))) {
      furthest = Math.max(furthest, isOver ? at : text.length);
    }
    if (!isOver && maySpell(code)) {
      const readings = readAt(at);
      if (readings.length > 0) (others ??= createOtherReadings(needle)).add(readings, index);
    }
    const invisibleUnits = isOver || isSame || index === 0 ? 0 : countInvisibleUnits(text, at);
    if (isSame || (!isOver && code === PLUS && wanted.charAt(index) === ' ')) {
      at += 1;
      index += 1;
    } else if (invisibleUnits > 0) at += invisibleUnits;
    else {
      const other = others?.next();
      if (!other) return furthest;
      ({ at, index } = other);
    }
  }
  return furthest;
}

/** Whether a text ends here, or with the beginning of an escape. */
function endsWithin(text: string, at: number): boolean {
  return at >= text.length || (maySpell(text.charCodeAt(at)) && text.length - at < MAX_BROKEN_ESCAPE);
}

const PLUS = 0x2b;

interface OtherReadings {
  readonly add: (readings: readonly SpelledCharacter[], index: number) => void;
  readonly next: () => { readonly at: number; readonly index: number } | undefined;
}

/** Where a text can be read on, each place once. */
function createOtherReadings({ text: wanted, fold }: Needle): OtherReadings {
  const known = new Set<number>();
  const open: Array<{ readonly at: number; readonly index: number }> = [];
  return {
    add: (readings, index) => {
      for (const { character, end } of readings) {
        const folded = fold(character);
        const isPart = wanted.startsWith(folded, index);
        if (!isPart && (index === 0 || countInvisibleUnits(character, 0) === 0)) continue;
        const nextIndex = isPart ? index + folded.length : index;
        const key = end * (wanted.length + 1) + nextIndex;
        if (!known.has(key)) open.push({ at: end, index: nextIndex });
        known.add(key);
      }
    },
    next: () => open.pop(),
  };
}

/** With the characters of base64 around it that hold bits of the secret, and the padding. */
function toWholeSpan({ text, readAt }: SpelledText, start: number, end: number, needle: Needle): SecretSpan {
  const { hasSharedStart, hasSharedEnd } = needle;
  const wholeStart = hasSharedStart && BASE64_CHARACTER.test(text.charAt(start - 1)) ? start - 1 : start;
  if (!hasSharedEnd) return { start: wholeStart, end };
  let wholeEnd = BASE64_CHARACTER.test(text.charAt(end)) ? end + 1 : end;
  for (let padding = 0; padding < 2; padding += 1) {
    const spelled = maySpell(text.charCodeAt(wholeEnd)) ? readAt(wholeEnd) : [];
    const paddingEnd = spelled.find(({ character }) => character === '=')?.end;
    if (text.charAt(wholeEnd) === '=') wholeEnd += 1;
    else wholeEnd = paddingEnd ?? wholeEnd;
  }
  return { start: wholeStart, end: wholeEnd };
}
