/** One character of a text, as an escape or an entity spells it, and where the text goes on. */
export interface SpelledCharacter {
  readonly character: string;
  readonly end: number;
}

/** The longest spelling of one character: four percent-encoded bytes, or the name of an entity. */
const MAX_SPELLING = 24;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', num: '#', percnt: '%', sol: '/', plus: '+' },
  ...{ equals: '=', colon: ':', semi: ';', comma: ',', period: '.', excl: '!', quest: '?', commat: '@', dollar: '$' },
  ...{ lpar: '(', rpar: ')', lsqb: '[', lbrack: '[', rsqb: ']', rbrack: ']', lbrace: '{', lcub: '{', rbrace: '}' },
  ...{ rcub: '}', vert: '|', verbar: '|', ast: '*', midast: '*', lowbar: '_', grave: '`', hat: '^', bsol: '\\' },
  ...{ hyphen: '\u2010', tab: '\t', newline: '\n', shy: '\u00AD', zerowidthspace: '\u200B', zwnj: '\u200C' },
  ...{ zwj: '\u200D', lrm: '\u200E', rlm: '\u200F', szlig: 'ß' },
};

/** Names of entities end in them, e.g. `&oacute;`. */
const COMBINING_MARKS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', ring: '\u030A' },
  ...{ cedil: '\u0327', caron: '\u030C', ogon: '\u0328', dot: '\u0307', breve: '\u0306', macr: '\u0304' },
  ...{ dblac: '\u030B' },
};

const ESCAPED_CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', 0: '\0' };

/** How a spelling looks that begins with this character, and the character that it means. */
const SPELLINGS: Readonly<Record<string, ReadonlyArray<readonly [RegExp, (code: string) => string | undefined]>>> = {
  // The introducing character may be escaped in turn, any number of times: `%2541`, `&amp;#65;`, `\\\\u0041`.
  '%': [
    [/^%(?:25)*u([\da-f]{4})/i, fromHex],
    [/^%(?:25)*([c-f][\da-f](?:%(?:25)*[89ab][\da-f]){1,3})/i, fromUtf8],
    [/^%(?:25)*([\da-f]{2})/i, fromHex],
    [/^%([\da-f]{2})/i, fromHex],
  ],
  '&': [
    [/^&(?:amp;)*#x0*([\da-f]{1,6});?/i, fromHex],
    [/^&(?:amp;)*#0*(\d{1,7});?/, (code) => fromCodePoint(Number(code))],
    [/^&(?:amp;)*([a-z]{2,14});/i, fromEntityName],
    [/^&([a-z]{2,14});/i, fromEntityName],
  ],
  '\\': [
    [/^\\+u([\da-f]{4})/i, fromHex],
    [/^\\+u\{0*([\da-f]{1,6})\}/i, fromHex],
    [/^\\+x([\da-f]{2})/i, fromHex],
    [/^\\+([nrtbf0])/, (code) => ESCAPED_CONTROLS[code]],
    [/^\\+([^\\ux])/s, (code) => code],
    [/^\\(\\)/, (code) => code],
  ],
};

/** Whether a spelling may begin with this character. */
export function maySpell(code: number): boolean {
  return code === PERCENT || code === AMPERSAND || code === BACKSLASH;
}

const [PERCENT, AMPERSAND, BACKSLASH] = [0x25, 0x26, 0x5c];
const NONE: readonly SpelledCharacter[] = [];
/** What is seldom so where a query's next parameter begins. */
const ENTITY = /^(?:#|[%\\&]|[a-z]{2,14};)/i;
const INTRODUCER = /[%\\&]/;
/** Reading one takes some microseconds. */
const MAX_NESTED = 4000;

/** What a text may spell where it is read. */
export interface SpelledText {
  readonly text: string;
  /** Every reading of this place that is not the character itself. */
  readonly readAt: (at: number) => readonly SpelledCharacter[];
  /** Whether it holds more escapes of escapes than any honest text, and is not read on. */
  readonly isExhausted: () => boolean;
}

export function createSpelledText(text: string): SpelledText {
  /** What was read, by its place: several needles may be looked for at the same. */
  let known: Map<number, readonly SpelledCharacter[]> | undefined;
  let nestedCount = 0;
  const read = (at: number): readonly SpelledCharacter[] => {
    const readings = readAtDepth(text, at, 1);
    const mayBeNested =
      readings.length === 0
        ? INTRODUCER.test(text.slice(at + 1, at + MAX_SPELLING))
        : maySpell(text.charCodeAt(at + 1)) || readings.some(({ character }) => maySpell(character.charCodeAt(0)));
    if (!mayBeNested) return readings;
    nestedCount += 1;
    return nestedCount > MAX_NESTED ? readings : [...readings, ...readAtDepth(text, at, 2)];
  };
  return {
    text,
    readAt: (at) => {
      // Most such characters spell nothing: they separate the parameters of a query.
      if (text.charCodeAt(at) === AMPERSAND && !ENTITY.test(text.slice(at + 1, at + 17))) return NONE;
      const readings = known?.get(at) ?? read(at);
      (known ??= new Map()).set(at, readings);
      return readings;
    },
    isExhausted: () => nestedCount > MAX_NESTED,
  };
}

/**
 * Depth 1 reads escapes, depth 2 escapes that are spelled by escapes: a percent-encoded backslash begins an escape of
 * JSON.
 */
function readAtDepth(text: string, at: number, depth: 1 | 2): SpelledCharacter[] {
  const ahead = text.slice(at, at + MAX_SPELLING);
  const { characters, ends } = depth === 1 ? { characters: ahead, ends: undefined } : readAhead(text, at);
  const spellings = SPELLINGS[characters.charAt(0)] ?? [];
  return spellings.flatMap(([pattern, toCharacter]) => {
    const [spelling, code = ''] = pattern.exec(characters) ?? [];
    const character = spelling === undefined ? undefined : toCharacter(code);
    if (spelling === undefined || character === undefined) return [];
    return [{ character, end: ends?.[spelling.length - 1] ?? at + spelling.length }];
  });
}

/** The text from this place on, with its escapes read, and the end of each character in the text. */
function readAhead(text: string, at: number): { readonly characters: string; readonly ends: readonly number[] } {
  let characters = '';
  const ends: number[] = [];
  let next = at;
  while (characters.length < MAX_SPELLING && next < text.length) {
    const literal = { character: text.charAt(next), end: next + 1 };
    const [{ character, end } = literal] = maySpell(text.charCodeAt(next)) ? readAtDepth(text, next, 1) : [];
    characters += character;
    ends.push(...Array.from({ length: character.length }, () => end));
    next = end;
  }
  return { characters, ends };
}

function fromHex(code: string): string | undefined {
  return fromCodePoint(parseInt(code, 16));
}

function fromCodePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function fromUtf8(code: string): string | undefined {
  const text = Buffer.from(code.replace(/%(?:25)*/g, ''), 'hex').toString();
  return text.includes('\uFFFD') ? undefined : text;
}

function fromEntityName(name: string): string | undefined {
  const named = NAMED_ENTITIES[name.toLowerCase()];
  if (named !== undefined) return named;
  if (name === 'lstrok') return 'ł';
  if (name === 'Lstrok') return 'Ł';
  const mark = COMBINING_MARKS[name.slice(1)];
  return mark === undefined ? undefined : (name.charAt(0) + mark).normalize('NFC');
}
