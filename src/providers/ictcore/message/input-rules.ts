import { textRule } from '../shared/writes/rules.js';

const QUALITIES = ['basic', 'standard', 'fine', 'super', 'superior', 'ultra'];

/** How finely a document is faxed. */
export const qualityRule = textRule({
  maxBytes: 32,
  required: true,
  format: { matches: (text) => QUALITIES.includes(text), description: `one of ${QUALITIES.join(', ')}` },
});

/** The name of a character set. */
export const charsetRule = textRule({
  maxBytes: 32,
  required: true,
  format: {
    matches: (text) => /^[A-Za-z0-9][A-Za-z0-9_.:+-]*$/.test(text),
    description: 'the name of a character set, e.g. "UTF-8"',
  },
});

/** A column of this many bytes: letters beyond ASCII take two to four. */
const MAX_LONG_TEXT_BYTES = 65_535;

/** A text of several lines. */
export function longTextRule(required: boolean) {
  const text = textRule({ maxBytes: MAX_LONG_TEXT_BYTES, required, multiline: true });
  return (value: unknown): string | undefined => {
    const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0;
    return (
      text(value) ??
      (bytes > MAX_LONG_TEXT_BYTES
        ? `must have at most ${MAX_LONG_TEXT_BYTES} bytes as UTF-8, not ${bytes}.`
        : undefined)
    );
  };
}
