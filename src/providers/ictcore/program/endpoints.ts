import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { record } from '../../../wire/structure-readers.js';
import { text } from '../../../wire/value-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { defineCreateEndpoint, defineDeleteEndpoint } from '../shared/writes/write-endpoints.js';
import { listedProgram, programColumns } from './columns.js';
import type { ProgramKind } from './kinds.js';

const PATH = '/programs';

const { account_id, text: spokenText } = programColumns.readers;

/** What only items hold; real servers hold neither `type` nor `data` in them. */
const programItem = record({
  program_id: orAbsent(text),
  account_id,
  extension_id: orAbsent(text),
  document_id: orAbsent(text),
  recording_id: orAbsent(text),
  template_id: orAbsent(text),
  text_id: orAbsent(text),
  text: spokenText,
});

export type WireProgram = ReadValue<typeof programItem>;

/** What GET /programs is searched by, of what filters ask. */
export const PROGRAM_SEARCHES = ['type', 'name'] as const;

/** Searches of GET /programs. */
export type ProgramQuery = Readonly<Partial<Record<(typeof PROGRAM_SEARCHES)[number] | 'program_id', string>>>;

export const programEndpoints = {
  list: defineListEndpoint(PATH, listedProgram, (query: ProgramQuery) => query),
  read: defineItemEndpoint(PATH, programItem),
  /** Each kind is made at a path of its own. */
  create: ({ word }: ProgramKind) => defineCreateEndpoint(`${PATH}/${word}`, 'program_id'),
  delete: defineDeleteEndpoint(PATH),
};

/** Which endpoint holds the columns that lists lack. */
export const programSources = {
  item: {
    columns: [...programColumns.absentFrom('list'), 'messageKey'],
    endpoint: programEndpoints.read,
    answer: 'item',
  },
} as const satisfies Readonly<Record<string, DeferredSource>>;
