import { extendContactFilter } from '../../../graph/contact/extension.js';
import type { Contact } from '../../../graph/contact/types.js';
import { Field, InputType, registerEnumType } from '../../../graph/values/decorators.js';
import { textTests } from '../../../graph/values/text-filter.js';
import { condition, type Filter } from '../../../query/filter.js';
import type { RowTest } from '../../../query/residual.js';
import { plainText } from '../../../query/text.js';
import { contactColumns } from './columns.js';
import type { HostwayColumn, HostwayContact } from './types.js';

const fieldNames = contactColumns.names.map(fieldNameOf);

/** The columns, as an enum of the graph. */
export const HostwayContactField = Object.fromEntries(fieldNames.map((name) => [name, name]));
registerEnumType(HostwayContactField, {
  name: 'HostwayContactField',
  description: 'A column of a Hostway contact.',
  valuesConfig: Object.fromEntries(
    contactColumns.names.map((column) => [fieldNameOf(column), { description: `\`${column}\` of the address book.` }]),
  ),
});

@InputType({
  description: 'A test of one column of a Hostway contact, without case: `eq` and `contains` must both hold.',
})
export class HostwayContactFilter {
  @Field(() => HostwayContactField, { description: 'Which column; alone, it matches every Hostway contact.' })
  readonly field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Equal to the whole value; `*` is a plain character, and an empty text means that it is not set.',
  })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the value.' })
  readonly contains?: string | null;
}

const OPERATORS = ['eq', 'contains'] as const;
type Operator = (typeof OPERATORS)[number];

/** A filter with a column and no test of it: it asks for nothing but the provider. */
export const ANY_HOSTWAY_CONTACT = 'hostway.field';

/** The name of a test of one column, by which it is planned. */
export function conditionName(column: HostwayColumn, operator: Operator): string {
  return `hostway.${fieldNameOf(column)}.${operator}`;
}

export const contactFilter = extendContactFilter(
  'hostway',
  HostwayContactFilter,
  'A column of a Hostway contact; contacts of other providers do not match.',
  toFilter,
  {
    [ANY_HOSTWAY_CONTACT]: { column: 'hostway', compile: () => (contact) => heldValue(contact, 'name') !== undefined },
    ...Object.fromEntries(contactColumns.names.flatMap(testsOf)),
  },
);

function toFilter({ field, ...tests }: HostwayContactFilter): Filter {
  const parts = OPERATORS.flatMap((operator) => {
    const value = tests[operator];
    return typeof value === 'string' ? [condition(`hostway.${field}.${operator}`, plainText(value))] : [];
  });
  return parts.length === 0 ? condition(ANY_HOSTWAY_CONTACT, field) : { is: 'all', of: parts };
}

function testsOf(column: HostwayColumn): Array<[string, RowTest<Contact>]> {
  return OPERATORS.map((operator) => [
    conditionName(column, operator),
    {
      column: 'hostway',
      compile: (value: string) => {
        const test = textTests[operator](value);
        return (contact) => {
          const text = heldValue(contact, column);
          // `eq` means the whole value as the book holds it, and `filterX` does not trim.
          return text !== undefined && test(text) && (operator !== 'eq' || isTrimmed(text));
        };
      },
    },
  ]);
}

/** The column as the address book holds it; undefined for a contact of another provider. */
function heldValue(contact: Contact | HostwayContact, column: HostwayColumn): string | undefined {
  return 'held' in contact ? (contact.held[column] ?? '') : undefined;
}

function isTrimmed(text: string): boolean {
  return plainText(text) === text.normalize('NFC');
}

/** `FIRST_NAME` for `firstName`. */
function fieldNameOf(column: HostwayColumn): string {
  return column.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
