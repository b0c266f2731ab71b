import {
  generateCellAdder,
  generateCellReader,
  type AddCells,
  type ReadCells,
  type SourceColumn,
} from './cell-code.js';
import type { ReadValue, Reader } from './reader.js';

/** Checks a value that is to be written: what is wrong with it, in the words of the provider's messages, or undefined. */
export type ColumnRule = (value: unknown) => string | undefined;

/** One column of a provider's noun, declared once: all that is read, fetched, priced and written of it follows from here. */
export type Column<Value, Source extends string> = {
  /** The provider's name of it. */
  readonly wire: string;
  /** Reads its value; `undefined` is a value that an answer should hold and does not. */
  readonly read: Reader<Exclude<Value, undefined>>;
  /** Whether it may be written, and which values. */
  readonly rule?: ColumnRule;
  /** The values that a change may give it, where not those that a new thing may have. */
  readonly updateRule?: ColumnRule;
} & (undefined extends Value
  ? {
      /** The answers that hold it; without it all do. A row of another answer lacks the column. */
      readonly in?: readonly Source[];
    }
  : { readonly in?: undefined });

/** A column for each of these names of the row. */
export type Columns<Row, Name extends keyof Row, Source extends string> = {
  readonly [Each in Name]-?: Column<Row[Each], Source>;
};

type AnyColumns = Readonly<Record<string, Column<unknown, string>>>;

/** Readers by the provider's names. */
type WireReaders<Declared> = {
  readonly [
    Each in keyof Declared as Declared[Each] extends { readonly wire: infer Wire extends string } ? Wire : never
  ]: Declared[Each] extends { readonly read: infer Read }
    ? Declared[Each] extends { readonly in: readonly string[] }
      ? Reader<ReadValue<Read> | undefined>
      : Read
    : never;
};

/** The names of columns that may be written. */
type Writable<Declared> = {
  [Each in keyof Declared]: Declared[Each] extends { readonly rule: ColumnRule } ? Each : never;
}[keyof Declared];

/** What follows from the declared columns of a noun. */
export interface ColumnTable<Row, Name extends keyof Row, Source extends string, Declared> extends WritableTable<
  Writable<Declared> & string
> {
  /** In the order in which they are declared. */
  readonly names: readonly Name[];
  /** For the `record` of each answer. A column that only some answers hold may be absent. */
  readonly readers: WireReaders<Declared>;
  /** The columns that an answer from this source tells: absent there is nothing (null); elsewhere the row lacks it. */
  readonly cellsOf: (answer: object, source: Source) => Pick<Row, Name>;
  /** The same, given to an object that has other members already. */
  readonly addCells: <Target extends object>(
    target: Target,
    answer: object,
    source: Source,
  ) => Target & Pick<Row, Name>;
  /** Columns that rows from this source lack. */
  readonly absentFrom: (source: Source) => readonly string[];
  /** Columns that this source tells and some other does not. */
  readonly onlyIn: (source: Source) => readonly string[];
}

/** How columns are written, each by its name. */
export interface WritableTable<Name extends string> {
  /** The provider's names of the columns that may be written. */
  readonly wireNames: Readonly<Record<Name, string>>;
  /** The rules for the values of a new thing. */
  readonly rules: Readonly<Record<Name, ColumnRule>>;
  /** The rules for the values that a change gives. */
  readonly updateRules: Readonly<Record<Name, ColumnRule>>;
}

/** A column that may be written and is never read, such as a password. */
export interface WriteOnlyColumn {
  /** The provider's name of it. */
  readonly wire: string;
  readonly rule: ColumnRule;
  /** The values that a change may give it, where not those that a new thing may have. */
  readonly updateRule?: ColumnRule;
}

/** What follows from the columns of a noun that are only written. */
export interface WriteOnlyTable<Name extends string> extends WritableTable<Name> {
  /** The values that an input gives them: what no message may repeat. */
  readonly secretsIn: (input: object) => readonly string[];
}

/**
 * Declares the columns of a noun. `Row` is its type in the graph, `Name` those of its columns that are read one by one,
 * `Source` the answers in which they may stand. A column more or less than `Name` is a type error.
 */
export function declareColumns<Row, Name extends keyof Row & string, Source extends string>(): <
  const Declared extends Columns<Row, Name, Source>,
>(
  columns: Declared & Readonly<Record<Exclude<keyof Declared, Name>, never>>,
) => ColumnTable<Row, Name, Source, Declared>;
export function declareColumns(): (columns: AnyColumns) => unknown {
  return (columns) => {
    const entries = Object.entries(columns);
    const isIn = (source: string, { in: sources }: Column<unknown, string>): boolean =>
      sources?.includes(source) ?? true;
    const { read, add } = createCellReader((source) =>
      entries.map(([name, { wire, read: reader, in: sources }]) => ({
        ...{ name, wire, read: reader },
        isPresent: sources?.includes(source) ?? true,
      })),
    );
    return {
      names: Object.keys(columns),
      readers: Object.fromEntries(
        entries.map(([, { wire, read: reader, in: sources }]) => [wire, sources ? unlessAbsent(reader) : reader]),
      ),
      cellsOf: read,
      addCells: add,
      absentFrom: (source: string) => entries.flatMap(([name, column]) => (isIn(source, column) ? [] : [name])),
      onlyIn: (source: string) =>
        entries.flatMap(([name, column]) => (column.in && isIn(source, column) ? [name] : [])),
      ...writableColumns(columns),
    };
  };
}

/** From so many answers of a source on it pays to generate code that reads them. */
const GENERATE_AT_ANSWER = 100;

/** The columns of one source, and the code that reads them, once it pays. */
interface KnownSource {
  readonly columns: readonly SourceColumn[];
  answers: number;
  read?: ReadCells;
  add?: AddCells;
}

function createCellReader(columnsOf: (source: string) => readonly SourceColumn[]) {
  const bySource = new Map<string, KnownSource>();
  const noteAnswer = (source: string): KnownSource => {
    let known = bySource.get(source);
    if (!known) bySource.set(source, (known = { columns: columnsOf(source), answers: 0 }));
    known.answers += 1;
    return known;
  };
  return {
    read: (answer: object, source: string): Record<string, unknown> => {
      const known = noteAnswer(source);
      if (known.answers >= GENERATE_AT_ANSWER) known.read ??= generateCellReader(known.columns);
      return known.read?.(answer) ?? readEachCell(answer as Readonly<Record<string, unknown>>, known.columns);
    },
    add: (target: object, answer: object, source: string): object => {
      const known = noteAnswer(source);
      if (known.answers >= GENERATE_AT_ANSWER) known.add ??= generateCellAdder(known.columns);
      if (known.add?.(target, answer)) return target;
      return Object.assign(target, readEachCell(answer as Readonly<Record<string, unknown>>, known.columns));
    },
  };
}

function readEachCell(
  answer: Readonly<Record<string, unknown>>,
  columns: readonly SourceColumn[],
): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { name, wire, read, isPresent } of columns) {
    const value = answer[wire];
    if (value !== undefined) cells[name] = value;
    else if (isPresent) cells[name] = read(undefined, wire);
  }
  return cells;
}

/** Declares the columns of a noun that are written and never read, beside the table of those that are read. */
export function declareWriteOnlyColumns<Name extends string>(
  columns: Readonly<Record<Name, WriteOnlyColumn>>,
): WriteOnlyTable<Name>;
export function declareWriteOnlyColumns(columns: Readonly<Record<string, WriteOnlyColumn>>): WriteOnlyTable<string> {
  const names = new Set(Object.keys(columns));
  return {
    ...writableColumns(columns),
    secretsIn: (input) =>
      Object.entries(input).flatMap(([name, value]: [string, unknown]) =>
        names.has(name) && typeof value === 'string' ? [value] : [],
      ),
  };
}

function writableColumns(
  columns: Readonly<Record<string, Pick<WriteOnlyColumn, 'wire' | 'updateRule'> & { readonly rule?: ColumnRule }>>,
): WritableTable<string> {
  const writable = Object.entries(columns).flatMap(([name, { wire, rule, updateRule = rule }]) =>
    rule && updateRule ? [{ name, wire, rule, updateRule }] : [],
  );
  return {
    wireNames: Object.fromEntries(writable.map(({ name, wire }) => [name, wire])),
    rules: Object.fromEntries(writable.map(({ name, rule }) => [name, rule])),
    updateRules: Object.fromEntries(writable.map(({ name, updateRule }) => [name, updateRule])),
  };
}

function unlessAbsent<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined ? undefined : read(value, at));
}
