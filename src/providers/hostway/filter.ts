import { extendContactFilter } from '../../graph/contact/extension.js';
import type { Contact } from '../../graph/contact/contact.js';
import { Field, InputType } from '../../graph/decorators.js';
import { isTypedAlike } from '../../graph/email.js';
import { textTests } from '../../graph/text.js';
import { condition, type Filter } from '../../query/filter.js';
import type { Offer, Pushdown } from '../../query/plan.js';
import { hasCase } from '../../query/spelling.js';
import type { Test } from '../../query/residual.js';
import { invariantPart, isInvariant, plainText, type TextOperator } from '../../query/text.js';
import { COLUMNS, HostwayContactField, type Column, type FieldName } from './fields.js';
import type { HostwayContact } from './types.js';

@InputType({
  description: 'A test of one column of a Hostway contact, without case: `eq` and `contains` must both hold.',
})
export class HostwayContactFilter {
  @Field(() => HostwayContactField, { description: 'Which column; alone, it matches every Hostway contact.' })
  readonly field!: FieldName;

  @Field(() => String, {
    nullable: true,
    description: 'Equal to the whole value; `*` is a plain character, and an empty text means that it is not set.',
  })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the value.' })
  readonly contains?: string | null;
}

const OPERATORS = ['eq', 'contains'] as const;

/** A filter that asks for nothing but the provider. */
const ANY = 'hostway.field';

export const contactFilter = extendContactFilter(
  'hostway',
  HostwayContactFilter,
  'A column of a Hostway contact; contacts of other providers do not match.',
  toFilter,
  {
    [ANY]: { column: 'hostway', of: () => (contact) => held(contact, 'name') !== undefined },
    ...Object.fromEntries(eachField(testsOf).flat()),
  },
);

/** What Hostway takes off our hands. How it compares letter cases is not documented: it is proved, and never has the last word. */
export const offers: Pushdown['offers'] = {
  // Our addresses are trimmed, theirs as typed: a part is found where the whole is not.
  'email.eq': ifTypedAlike(offer('search', 'email')),
  'email.contains': ifTypedAlike(searchForPart('email', 'contains')),
  'email.startsWith': ifTypedAlike(searchForPart('email', 'startsWith')),
  ...Object.fromEntries(
    eachField((name, column): Array<[string, (value: string) => Offer | undefined]> => [
      [`hostway.${name}.eq`, filterBy(column)],
      [`hostway.${name}.contains`, searchForPart(column, 'contains')],
    ]).flat(),
  ),
};

/** Conditions that hold for each of its rows. */
export const constants = { [ANY]: () => true };

function toFilter({ field, ...tests }: HostwayContactFilter): Filter {
  const parts = OPERATORS.flatMap((operator) => {
    const value = tests[operator];
    return typeof value === 'string' ? [condition(`hostway.${field}.${operator}`, plainText(value))] : [];
  });
  return parts.length === 0 ? condition(ANY, field) : { is: 'all', of: parts };
}

function testsOf(name: string, column: Column): Array<[string, Test<Contact>]> {
  return OPERATORS.map((operator) => [
    `hostway.${name}.${operator}`,
    {
      column: 'hostway',
      of: (value: string) => {
        const test = textTests[operator](value);
        return (contact) => {
          const text = held(contact, column);
          // "Equal to the whole value" as the book has it: `filterX` does not trim.
          return text !== undefined && test(text) && (operator !== 'eq' || isTrimmed(text));
        };
      },
    },
  ]);
}

/** The column as the address book has it; undefined where the contact is not Hostway's. */
function held(contact: Contact | HostwayContact, column: Column): string | undefined {
  return 'held' in contact ? (contact.held[column] ?? '') : undefined;
}

function isTrimmed(text: string): boolean {
  return plainText(text) === text.normalize('NFC');
}

/** What surely arrives as it is: servers trim blanks at the ends, stop at control characters and refuse long URLs. */
function isPlain(value: string): boolean {
  return value.length > 0 && value.length <= 200 && value.trim() === value && !/[\p{Cc}\p{Cs}]/u.test(value);
}

type OfferFor = (value: string) => Offer | undefined;

// `filterX` takes `*` for any characters, so a caller's star finds more than itself; `searchX` is a part of the value.
export function offer(family: 'filter' | 'search', column: Column): OfferFor {
  const parameter = parameterOf(family, column);
  return (value) =>
    isPlain(value)
      ? { grip: 'inexact', family, params: { [parameter]: value }, assumes: hasCase(value) ? parameter : undefined }
      : undefined;
}

/** The name of the parameter, and of how Hostway compares by it: each column may be compared in a way of its own. */
export function parameterOf(family: 'filter' | 'search', column: Column): string {
  return `${family}${column.charAt(0).toUpperCase()}${column.slice(1)}`;
}

/** How it compares texts beyond ASCII is documented nowhere, so it is never asked for them. */
function filterBy(column: Column): OfferFor {
  const filter = offer('filter', column);
  return (value) => (isInvariant(value) ? filter(value) : undefined);
}

/** Looks for the longest part of a text that is the same in every spelling of it. */
function searchForPart(column: Column, operator: TextOperator): OfferFor {
  const search = offer('search', column);
  return (value) => search(invariantPart(value, operator));
}

function ifTypedAlike(offerFor: OfferFor): OfferFor {
  return (email) => (isTypedAlike(email) ? offerFor(email) : undefined);
}

function eachField<Made>(make: (name: string, column: Column) => Made): Made[] {
  return Object.entries(COLUMNS).map(([name, column]) => make(name, column));
}
