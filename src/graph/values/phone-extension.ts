/** What separates a number in E.164 from its extension, as RFC 3966 writes it. */
export const EXTENSION = ';ext=';

/** Longer texts are no numbers with an extension; a limit keeps the patterns below cheap. */
const MAX_LENGTH = 100;

/**
 * Words for "extension" that libphonenumber-js does not read: of Polish, German, Austrian, Czech, Dutch, French,
 * Italian and Russian. `ext.` stands here too, for extensions in brackets.
 */
const WORDS = [
  ...['w\\.', 'wew', 'wewn', 'wewnętrzny', 'wewnetrzny'],
  ...['durchwahl', 'dw', 'nebenstelle', 'nst', 'apparat', 'app', 'klappe', 'kl'],
  ...['linka', 'klapka', 'toestel', 'tst', 'poste', 'interne', 'interno', 'доб', 'добавочный', 'вн', 'внутр'],
  ...['e?xt', 'extension', 'x'],
];
const worded = new RegExp(
  `^(.*\\d)[\\s(,;:/.–-]*(?<!\\p{L})(?:${WORDS.join('|')})[.:]?(?:\\s*nr\\.?)?[\\s.:–-]*(\\d{1,15})[\\s)#]*$`,
  'isu',
);

/** The same text with an extension that a word names as `;ext=12`, which libphonenumber-js reads behind any number. */
export function withExtensionMark(text: string): string {
  if (text.length > MAX_LENGTH || !/\p{L}/u.test(text)) return text;
  const [, number, extension] = worded.exec(text.normalize('NFC')) ?? [];
  return number === undefined || extension === undefined ? text : `${number}${EXTENSION}${extension}`;
}

/** A number without its extension; any other text as it is. */
export function withoutExtension(phone: string): string {
  const at = phone.indexOf(EXTENSION);
  return at < 0 ? phone : phone.slice(0, at);
}
