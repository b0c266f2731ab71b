import { condition, matchNone, type Filter } from '../../query/filter.js';
import type { RowTest, RowTests } from '../../query/residual.js';
import { foldText, plainText } from '../../query/text.js';
import { Field, InputType } from './decorators.js';
import { formFor, toEmail } from './email.js';

@InputType({
  description:
    'A test of a text: without case, in any Unicode normal form, blanks at the ends aside. Several tests in one object must all hold.',
})
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

/**
 * The conditions of a text filter, e.g. `email.contains`; a list of one value asks the same as `eq`. `toWhole` makes of
 * a whole value what rows are compared by.
 */
export function textConditions(
  field: string,
  filter: StringFilter | null | undefined,
  toWhole: (text: string) => string = plainText,
): Filter[] {
  if (!filter) return [];
  const { contains, startsWith } = filter;
  const parts: Filter[] = [];
  if (typeof filter.eq === 'string') parts.push(condition(`${field}.eq`, toWhole(filter.eq)));
  if (filter.in) parts.push(inCondition(`${field}.eq`, `${field}.in`, [...new Set(filter.in.map(toWhole))]));
  if (typeof contains === 'string') parts.push(condition(`${field}.contains`, plainText(contains)));
  if (typeof startsWith === 'string') parts.push(condition(`${field}.startsWith`, plainText(startsWith)));
  return parts;
}

/** The conditions on a field that holds e-mails: a whole one is compared as e-mails are. */
export function emailConditions(field: string, filter: StringFilter | null | undefined): Filter[] {
  return textConditions(field, filter, (text) => {
    const [typed, email] = [plainText(text), toEmail(text)];
    // Cases stay: a provider may tell them apart, and what was typed may be what it holds.
    return email === undefined || email === typed.toLowerCase() ? typed : email;
  });
}

function inCondition(eqPath: string, inPath: string, values: readonly string[]): Filter {
  const [only] = values;
  if (only === undefined) return matchNone;
  return values.length === 1 ? condition(eqPath, only, inPath) : condition(inPath, values);
}

/** How a text that a row holds (as it is) is compared with a caller's, by operator. */
export const textTests: Readonly<Record<'eq' | 'in' | 'contains' | 'startsWith', TextTest>> = {
  eq: (value) => equalsAny([value as string]),
  in: (value) => equalsAny(value as readonly string[]),
  contains: (value) => {
    const wanted = foldText(value as string);
    return (text) => foldText(text).includes(wanted);
  },
  startsWith: (value) => {
    const wanted = foldText(value as string);
    return (text) => foldText(text).startsWith(wanted);
  },
};

type TextTest = (value: string | readonly string[]) => (text: string) => boolean;

function equalsAny(values: readonly string[]): (text: string) => boolean {
  const wanted = new Set(values.map(foldText));
  return (text) => wanted.has(foldText(text));
}

/** Tests of a row's name, by path: `name.eq`, `name.contains` … */
export function nameTests<Row extends { readonly name: string }>(): RowTests<Row> {
  return textTestsOf<Row>('name', ({ name }) => [name]);
}

/** Tests of texts that a row holds, by path; one that fits is enough. */
export function textTestsOf<Row>(field: string, read: (row: Row) => readonly string[]): RowTests<Row> {
  return Object.fromEntries(
    Object.entries(textTests).map(([operator, compile]): [string, RowTest<Row>] => [
      `${field}.${operator}`,
      {
        column: field,
        compile: (value: string | readonly string[]) => {
          const test = compile(value);
          return (row) => read(row).some(test);
        },
      },
    ]),
  );
}

/** Tests of e-mails that a row holds, as the graph or the provider has them. */
export function emailTestsOf<Row>(field: string, read: (row: Row) => readonly string[]): RowTests<Row> {
  const among = (test: (text: string) => boolean) => (row: Row) => read(row).some(test);
  // Without folding, as `ß` and `ss` are two mailboxes.
  const whole = (values: readonly string[]) => {
    const wanted = new Set(values.map(emailKey));
    return among((text) => wanted.has(emailKey(text)));
  };
  const part = (operator: 'contains' | 'startsWith') => (value: string) => {
    const [formOf, test] = [formFor(value), textTests[operator](value)];
    return among((text) => test(formOf(toEmail(text) ?? text)));
  };
  return {
    [`${field}.eq`]: { column: field, compile: (value: string) => whole([value]) },
    [`${field}.in`]: { column: field, compile: whole },
    [`${field}.contains`]: { column: field, compile: part('contains') },
    [`${field}.startsWith`]: { column: field, compile: part('startsWith') },
  };
}

/** The same text for all spellings of one address; texts that are none as texts are compared. */
export function emailKey(text: string): string {
  return toEmail(text) ?? foldText(text);
}
