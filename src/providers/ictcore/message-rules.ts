import type { MessageWord } from './message-key.js';
import { textOf, type Rules } from './rules.js';
import type { Columns } from './body.js';

const QUALITIES = ['basic', 'standard', 'fine', 'super', 'superior', 'ultra'];
const QUALITY = { fits: (text: string) => QUALITIES.includes(text), words: `one of ${QUALITIES.join(', ')}` };
const CHARSET = {
  fits: (text: string) => /^[A-Za-z0-9][A-Za-z0-9_.:+-]*$/.test(text),
  words: 'the name of a character set, e.g. "UTF-8"',
};

/** A column of this many bytes: letters beyond ASCII take two to four. */
const LONG = 65_535;
const long = (required: boolean) => {
  const text = textOf({ most: LONG, required, lines: true });
  return (value: unknown): string | undefined => {
    const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0;
    return text(value) ?? (bytes > LONG ? `must have at most ${LONG} bytes as UTF-8, not ${bytes}.` : undefined);
  };
};

const shared = {
  name: textOf({ most: 128, required: true }),
  description: textOf({ most: 255, lines: true }),
};

/** What may be in each kind, by field of its inputs. */
export const RULES: Readonly<Record<MessageWord, Rules>> = {
  document: { ...shared, quality: textOf({ most: 32, required: true, form: QUALITY }) },
  recording: shared,
  template: {
    ...shared,
    subject: textOf({ most: 255, required: true }),
    body: long(true),
    bodyAlt: long(false),
  },
  text: { ...shared, data: long(true), type: textOf({ most: 32, required: true, form: CHARSET }) },
};

const named = { name: 'name', description: 'description' };

/** The server's columns, by field of the inputs. */
export const COLUMNS: Readonly<Record<MessageWord, Columns>> = {
  document: { ...named, quality: 'quality' },
  recording: named,
  template: { ...named, subject: 'subject', body: 'body', bodyAlt: 'body_alt' },
  text: { ...named, data: 'data', type: 'type' },
};
