import { record, text, type Read, type Reader } from '../../wire/read.js';
import { column } from './columns.js';
import { listedProgram } from './program-row.js';
import { item, listing } from './reads.js';

/**
 * The text to be read aloud: a number where it looks like one, and null where the server put a placeholder, as none was
 * given: `[data:text]`.
 */
const spoken: Reader<string | null> = (value) => {
  const told = typeof value === 'number' ? String(value) : value;
  return typeof told === 'string' && told !== '' && !PLACEHOLDER.test(told) ? told : null;
};
const PLACEHOLDER = /^\[data:\w+\]$/;

/** What only a program's item tells, as text or numbers: real servers have no `type` in it, and no `data`. */
const programItem = record({
  program_id: column(text),
  account_id: column(text),
  extension_id: column(text),
  document_id: column(text),
  recording_id: column(text),
  template_id: column(text),
  text_id: column(text),
  text: spoken,
});

export type WireProgram = Read<typeof programItem>;

/** Searches of GET /programs. */
export interface ProgramQuery {
  readonly program_id?: string | undefined;
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

export const programEndpoints = {
  listPrograms: listing('/programs', listedProgram, ({ program_id, type, name }: ProgramQuery) => ({
    program_id,
    type,
    name,
  })),
  readProgram: item('/programs', programItem),
};
