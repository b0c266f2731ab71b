import { text } from '../../../wire/value-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { listedProgram } from './columns.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

/**
 * The text to be read aloud: a number where it looks like one, and null where the server put a placeholder, as none was
 * given: `[data:text]`.
 */
const spokenText: Reader<string | null> = (value) => {
  const spokenValue = typeof value === 'number' ? String(value) : value;
  return typeof spokenValue === 'string' && spokenValue !== '' && !PLACEHOLDER.test(spokenValue) ? spokenValue : null;
};
const PLACEHOLDER = /^\[data:\w+\]$/;

/** What only a program's item tells, as text or numbers: real servers have no `type` in it, and no `data`. */
const programItem = record({
  program_id: orAbsent(text),
  account_id: orAbsent(text),
  extension_id: orAbsent(text),
  document_id: orAbsent(text),
  recording_id: orAbsent(text),
  template_id: orAbsent(text),
  text_id: orAbsent(text),
  text: spokenText,
});

export type WireProgram = ReadValue<typeof programItem>;

/** Searches of GET /programs. */
export interface ProgramQuery {
  readonly program_id?: string | undefined;
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

export const programEndpoints = {
  list: defineListEndpoint('/programs', listedProgram, ({ program_id, type, name }: ProgramQuery) => ({
    program_id,
    type,
    name,
  })),
  read: defineItemEndpoint('/programs', programItem),
};
