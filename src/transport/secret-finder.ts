import { needlesOf, type Needle } from './secret-needles.js';
import { createSpelledText, maySpell, type SpelledCharacter, type SpelledText } from './spelled-characters.js';

/** Where a secret is in a text. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

export interface SecretFinder {
  /** The places of all secrets, in their order and without overlaps. `isCut`: the text may end within a secret. */
  readonly find: (text: string, isCut?: boolean) => readonly SecretSpan[];
}

const NONE: readonly SecretSpan[] = [];
const BASE64_CHARACTER = /^[\w+/-]$/;
/** What shows nothing, or a blank at most, and so may split a secret without hiding it. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;
/** So that a text of nothing but what does not show takes no longer than others: few of them split any secret. */
const MAX_STEPS_PER_CHARACTER = 2;
const MIN_STEPS = 32;
/** An escape that a cut leaves incomplete is shorter. */
const MAX_BROKEN_ESCAPE = 12;

/**
 * Looks for secrets in any spelling: percent-encoded, escaped or as entities, wholly or partly; in hex; in base64 of
 * both alphabets, alone or within a longer text; and split by characters that do not show.
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
  for (const needle of [...secrets].flatMap(needlesOf)) {
    for (const start of startsOf(needle)) addNeedle(start, needle);
  }
  return {
    find: (text, isCut = false) => {
      let spans: SecretSpan[] | undefined;
      const spelled = createSpelledText(text);
      const findAt = (code: number, at: number): void => {
        for (const needle of needlesByStart.get(code) ?? NO_NEEDLES) {
          const end = matchNeedle(spelled, at, needle, isCut);
          if (end >= 0) addSpan((spans ??= []), toWholeSpan(spelled, at, end, needle));
        }
      };
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        findAt(code, at);
        if (maySpell(code)) {
          for (const { character } of spelled.readAt(at)) findAt(character.charCodeAt(0), at);
          if (spelled.isExhausted()) {
            addSpan((spans ??= []), { start: at, end: text.length });
            break;
          }
        }
      }
      return spans ?? NONE;
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

/** The length of the character here, if it does not show; else 0. */
function countInvisibleUnits(text: string, at: number): number {
  const code = text.codePointAt(at);
  if (code === undefined || (code >= 0x20 && code < 0x7f)) return 0;
  const character = String.fromCodePoint(code);
  return INVISIBLE.test(character) ? character.length : 0;
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

/** Adds a span, whose start is not before that of the last one unless by a character, and joins those that overlap. */
function addSpan(spans: SecretSpan[], span: SecretSpan): void {
  const last = spans.at(-1);
  if (!last || span.start >= last.end) {
    spans.push(span);
    return;
  }
  spans[spans.length - 1] = { start: Math.min(last.start, span.start), end: Math.max(last.end, span.end) };
}
