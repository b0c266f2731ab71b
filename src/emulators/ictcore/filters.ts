import type { Cell, Row } from './table.js';

/** Query-string keys as PHP's $_GET: of a key given twice, the last. */
export type Query = Readonly<Record<string, string>>;

type Match = 'number' | 'exact' | 'contains' | 'startsWith' | 'endsWith' | 'bitmask' | 'atLeast' | 'atMost';

export interface Rule {
  readonly match: Match;
  readonly column: string;
  /** Another column that may meet it instead. */
  readonly or?: string;
}

/** What a list can be searched by: query key → rule. Keys that are not here are ignored, as the server does. */
export type Filters = Readonly<Record<string, Rule>>;

const rule =
  (match: Match) =>
  (column: string): Rule => ({ match, column });

/** `column = value`, spliced in without quotes. */
export const number = rule('number');
/** `column = 'value'`. */
export const exact = rule('exact');
/** `column LIKE '%value%'`. */
export const contains = rule('contains');
/** `column LIKE 'value%'`. */
export const startsWith = rule('startsWith');
/** `column LIKE '%value'`. */
export const endsWith = rule('endsWith');
/** Every bit of the value is set in the column. */
export const bitmask = rule('bitmask');
export const atLeast = rule('atLeast');
export const atMost = rule('atMost');
/** `(column LIKE '%value%' OR other LIKE '%value%')`. */
export const containsEither = (column: string, or: string): Rule => ({ match: 'contains', column, or });

/** What most lists share. */
export const OWNER_AND_DATE: Filters = {
  user_id: number('user_id'),
  created_by: number('user_id'),
  before: atMost('date_created'),
  after: atLeast('date_created'),
};

/** The rows that meet every filter; a filter that SQL refuses leaves none (captures 47, 52 and 53: 200 and an empty list). */
export function applyFilters(rows: readonly Row[], query: Query, filters: Filters): Row[] {
  const tests = Object.entries(query).flatMap(([key, value]) => {
    const rule = Object.hasOwn(filters, key) ? filters[key] : undefined;
    return rule ? [{ columns: [rule.column, ...(rule.or ? [rule.or] : [])], passes: compile(rule.match, value) }] : [];
  });
  if (tests.some(({ passes }) => passes === undefined)) return [];
  return rows.filter((row) =>
    tests.every(({ columns, passes }) =>
      columns.some((column) => {
        const cell = row[column] ?? null;
        return cell !== null && passes?.(cell) === true;
      }),
    ),
  );
}

type Test = (cell: NonNullable<Cell>) => boolean;

function compile(match: Match, value: string): Test | undefined {
  switch (match) {
    case 'contains':
      return like(`%${value}%`);
    case 'startsWith':
      return like(`${value}%`);
    case 'endsWith':
      return like(`%${value}`);
    case 'exact':
      return equal(value);
    case 'number':
      return compare(value, (cell, wanted) => cell === wanted);
    case 'atLeast':
      return compare(value, (cell, wanted) => cell >= wanted);
    case 'atMost':
      return compare(value, (cell, wanted) => cell <= wanted);
    case 'bitmask':
      return compare(value, (cell, wanted) => (cell & wanted) === wanted);
  }
}

function compare(value: string, holds: (cell: number, wanted: number) => boolean): Test | undefined {
  // Anything but a number is an SQL error here; SQL that a value might smuggle in is not run.
  return /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? (cell) => holds(Number(cell), Number(value)) : undefined;
}

function equal(value: string): Test | undefined {
  const literal = readLiteral(value);
  if (literal === undefined) return undefined;
  const wanted = fold(literal).replace(/ +$/, '');
  return (cell) => fold(cell).replace(/ +$/, '') === wanted;
}

/** LIKE with the value's own `%` and `_` at work, for nothing escapes them. */
function like(pattern: string): Test | undefined {
  const literal = readLiteral(pattern);
  if (literal === undefined) return undefined;
  const source = fold(literal).replace(/\\([\s\S])|[%_]|[\s\S]/gu, (part, escaped: string | undefined) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    return (escaped ?? part).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  const expression = new RegExp(`^${source}$`, 'su');
  return (cell) => expression.test(fold(cell));
}

/** The text between quotes as MySQL reads it, or undefined where a quote in it ends the literal too early. */
function readLiteral(value: string): string | undefined {
  const inside = /^(?:''|\\[\s\S]|[^'\\])*$/.exec(value)?.[0];
  return inside?.replace(/''|\\[\s\S]/g, (part) => {
    if (part === "''") return "'";
    // `\%` and `\_` keep their backslash for LIKE.
    return part === '\\%' || part === '\\_' ? part : (ESCAPES[part[1] ?? ''] ?? part.slice(1));
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

/** Upper and lower case, and letters with and without accents, are one to the usual collations. */
function fold(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
