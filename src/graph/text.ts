import { condition, nothing, type Filter } from '../query/filter.js';
import type { Test, Tests } from '../query/residual.js';
import { Field, InputType } from './decorators.js';

@InputType({ description: 'A test of a text, without case. Several tests in one object must all hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: 'Equal.' })
  readonly eq?: string | null;

  @Field(() => [String], { nullable: true, description: 'Equal to one of these; an empty list matches nothing.' })
  readonly in?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Holds this text anywhere.' })
  readonly contains?: string | null;

  @Field(() => String, { nullable: true, description: 'Begins with this text.' })
  readonly startsWith?: string | null;
}

/** The conditions of a text filter, e.g. `email.contains`; a list of one value asks the same as `eq`. */
export function textConditions(field: string, filter: StringFilter | null | undefined): Filter[] {
  if (!filter) return [];
  const parts: Filter[] = [];
  if (typeof filter.eq === 'string') parts.push(condition(`${field}.eq`, filter.eq));
  if (filter.in) parts.push(oneOf(`${field}.eq`, `${field}.in`, filter.in));
  if (typeof filter.contains === 'string') parts.push(condition(`${field}.contains`, filter.contains));
  if (typeof filter.startsWith === 'string') parts.push(condition(`${field}.startsWith`, filter.startsWith));
  return parts;
}

function oneOf(eqPath: string, inPath: string, values: readonly string[]): Filter {
  const [only] = values;
  if (only === undefined) return nothing;
  return values.length === 1 ? condition(eqPath, only, inPath) : condition(inPath, values);
}

/** How a text that a row holds (as it is) is compared with a caller's, by operator. */
export const textTests: Readonly<Record<'eq' | 'in' | 'contains' | 'startsWith', TextTest>> = {
  eq: (value) => sameAs([value as string]),
  in: (value) => sameAs(value as readonly string[]),
  contains: (value) => {
    const wanted = (value as string).toLowerCase();
    return (text) => text.toLowerCase().includes(wanted);
  },
  startsWith: (value) => {
    const wanted = (value as string).toLowerCase();
    return (text) => text.toLowerCase().startsWith(wanted);
  },
};

type TextTest = (value: string | readonly string[]) => (text: string) => boolean;

function sameAs(values: readonly string[]): (text: string) => boolean {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (text) => wanted.has(text.toLowerCase());
}

/** Tests of a row's name, by path: `name.eq`, `name.contains` … */
export function nameTests<Row extends { readonly name: string }>(): Tests<Row> {
  return textTestsOf<Row>('name', ({ name }) => [name]);
}

/** Tests of texts that a row holds, by path; one that fits is enough. */
export function textTestsOf<Row>(field: string, read: (row: Row) => readonly string[]): Tests<Row> {
  return Object.fromEntries(
    Object.entries(textTests).map(([operator, compile]): [string, Test<Row>] => [
      `${field}.${operator}`,
      {
        column: field,
        of: (value: string | readonly string[]) => {
          const test = compile(value);
          return (row) => read(row).some(test);
        },
      },
    ]),
  );
}
