import type { MessageWord } from './key.js';
import { textRule, type Rules } from '../shared/writes/rules.js';
import type { WireNames } from '../shared/writes/body.js';

const QUALITIES = ['basic', 'standard', 'fine', 'super', 'superior', 'ultra'];
const QUALITY_FORMAT = {
  matches: (text: string) => QUALITIES.includes(text),
  description: `one of ${QUALITIES.join(', ')}`,
};
const CHARSET_FORMAT = {
  matches: (text: string) => /^[A-Za-z0-9][A-Za-z0-9_.:+-]*$/.test(text),
  description: 'the name of a character set, e.g. "UTF-8"',
};

/** A column of this many bytes: letters beyond ASCII take two to four. */
const MAX_LONG_TEXT_BYTES = 65_535;
const longTextRule = (required: boolean) => {
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
};

const SHARED_RULES = {
  name: textRule({ maxBytes: 128, required: true }),
  description: textRule({ maxBytes: 255, multiline: true }),
};

/** What may be in each kind, by field of its inputs. */
export const MESSAGE_RULES: Readonly<Record<MessageWord, Rules>> = {
  document: { ...SHARED_RULES, quality: textRule({ maxBytes: 32, required: true, format: QUALITY_FORMAT }) },
  recording: SHARED_RULES,
  template: {
    ...SHARED_RULES,
    subject: textRule({ maxBytes: 255, required: true }),
    body: longTextRule(true),
    bodyAlt: longTextRule(false),
  },
  text: {
    ...SHARED_RULES,
    data: longTextRule(true),
    type: textRule({ maxBytes: 32, required: true, format: CHARSET_FORMAT }),
  },
};

const SHARED_WIRE_NAMES = { name: 'name', description: 'description' };

/** The server's columns, by field of the inputs. */
export const MESSAGE_WIRE_NAMES: Readonly<Record<MessageWord, WireNames>> = {
  document: { ...SHARED_WIRE_NAMES, quality: 'quality' },
  recording: SHARED_WIRE_NAMES,
  template: { ...SHARED_WIRE_NAMES, subject: 'subject', body: 'body', bodyAlt: 'body_alt' },
  text: { ...SHARED_WIRE_NAMES, data: 'data', type: 'type' },
};
