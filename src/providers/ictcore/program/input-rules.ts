import { textRule } from '../shared/writes/rules.js';

const MAX_SPOKEN_BYTES = 60_000;
const spokenText = textRule({ maxBytes: MAX_SPOKEN_BYTES, required: true, multiline: true });

/** A text to be read aloud. */
export function spokenTextRule(value: unknown): string | undefined {
  return spokenText(value) ?? findNumberFault(value);
}

/** The server stores what looks like a number as one: `007` as 7. */
function findNumberFault(value: unknown): string | undefined {
  const isNumber = typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value);
  if (!isNumber || /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return undefined;
  return 'must not be a number with zeros before it, a plus, a point or more than 15 digits alone: the server would change it. Add a word.';
}
