import type { Program, programTypes } from '../../../graph/program/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { textOrEmpty } from '../shared/reads/column-readers.js';
import { referenceKey, referenceRule } from '../shared/reads/reference-columns.js';
import { textRule } from '../shared/writes/rules.js';
import { spokenTextRule } from './input-rules.js';
import { programKindOf, type ProgramTypename } from './kinds.js';

/** Every column that some kind of program has. */
type AnyProgram = InstanceType<(typeof programTypes)[number]>;
type ColumnOf<Row> = Row extends unknown ? keyof Row : never;
type CellOf<Row, Name> = Row extends unknown ? (Name extends keyof Row ? Row[Name] : never) : never;
type ProgramCells = { readonly [Name in ColumnOf<AnyProgram>]: CellOf<AnyProgram, Name> };

/**
 * The text to be read aloud: the server holds it as a number where it looks like one, and as the placeholder `[data:text]`
 * where none was given.
 */
const spokenText: Reader<string | null> = (value) => {
  const spokenValue = typeof value === 'number' ? String(value) : value;
  return typeof spokenValue === 'string' && spokenValue !== '' && !PLACEHOLDER.test(spokenValue) ? spokenValue : null;
};
const PLACEHOLDER = /^\[data:\w+\]$/;

/**
 * Rows always come from lists: items hold no type. The type follows from the server's word for it, and the message from
 * the column that programs of that type name it in.
 */
export const programColumns = declareColumns<
  ProgramCells,
  Exclude<keyof ProgramCells, '__typename' | 'id' | 'upstream' | 'upstreamId' | 'type' | 'rawType' | 'messageKey'>,
  'list' | 'item'
>()({
  name: { wire: 'name', read: textOrEmpty, rule: textRule({ maxBytes: 64, required: true }) },
  // The guide does not say where the text goes; a `data` is ignored.
  data: { wire: 'text', read: spokenText, in: ['item'], rule: spokenTextRule },
  parentKey: { wire: 'parent_id', read: referenceKey, rule: referenceRule },
  accountKey: { wire: 'account_id', read: referenceKey, in: ['item'], rule: referenceRule },
});

const { name, parent_id } = programColumns.readers;

/** A program in a list: neither what it sends nor the account that it acts for is in it, on servers of the guide too. */
export const listedProgram = record({ program_id: text, type: optional(text), name, parent_id });

export type WireListedProgram = ReadValue<typeof listedProgram>;

/** A program's row, which says which of the GraphQL types it is. */
export type ProgramRow = Program & { readonly __typename: ProgramTypename };

/** A program as a list holds it; one of an unknown type is an UnknownProgram with the server's word for it. */
export function toListedProgram(wire: WireListedProgram, upstream: UpstreamValue): ProgramRow {
  const kind = programKindOf(wire.type);
  return {
    __typename: kind?.__typename ?? 'UnknownProgram',
    id: encodeId(upstream.name, 'program', wire.program_id),
    upstream,
    upstreamId: wire.program_id,
    type: kind?.type ?? 'UNKNOWN',
    ...programColumns.cellsOf(wire, 'list'),
    ...(kind ? {} : { rawType: wire.type }),
  };
}
