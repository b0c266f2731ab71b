import { record, text, type Read, type Reader } from '../../wire/read.js';
import { column } from './columns.js';
import { listedProgram } from './program-row.js';
import { item, listing } from './reads.js';

/** The guide's text to be read aloud; anything but text is something else that a server keeps there. */
const spoken: Reader<string | null> = (value) => (typeof value === 'string' && value !== '' ? value : null);

/** What only a program's item tells, as text or numbers: real servers have no `type` in it, and no `data`. */
const programItem = record({
  program_id: column(text),
  account_id: column(text),
  extension_id: column(text),
  document_id: column(text),
  recording_id: column(text),
  template_id: column(text),
  text_id: column(text),
  data: spoken,
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
