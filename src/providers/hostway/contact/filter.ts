import { extendContactFilter } from '../../../graph/contact/extension.js';
import type { Contact } from '../../../graph/contact/types.js';
import { Field, InputType } from '../../../graph/values/decorators.js';
import { hasSingleForm } from '../../../graph/values/email.js';
import { textTests } from '../../../graph/values/text-filter.js';
import { condition, type Filter } from '../../../query/filter.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { hasCase } from '../../../query/letter-case.js';
import type { RowTest } from '../../../query/residual.js';
import { invariantPart, isInvariant, plainText, type TextOperator } from '../../../query/text.js';
import { HOSTWAY_COLUMNS, HostwayContactField, type HostwayColumn, type HostwayFieldName } from './column-names.js';
import type { HostwayContact } from './types.js';

@InputType({
  description: 'A test of one column of a Hostway contact, without case: `eq` and `contains` must both hold.',
})
export class HostwayContactFilter {
  @Field(() => HostwayContactField, { description: 'Which column; alone, it matches every Hostway contact.' })
  readonly field!: HostwayFieldName;

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
const ANY_HOSTWAY_CONTACT = 'hostway.field';

export const contactFilter = extendContactFilter(
  'hostway',
  HostwayContactFilter,
  'A column of a Hostway contact; contacts of other providers do not match.',
  toFilter,
  {
    [ANY_HOSTWAY_CONTACT]: { column: 'hostway', compile: () => (contact) => heldValue(contact, 'name') !== undefined },
    ...Object.fromEntries(mapColumns(testsOf).flat()),
  },
);

/** What Hostway takes off our hands. How it compares letter cases is not documented: it is proved, and never has the last word. */
export const pushdownOffers: Pushdown['offers'] = {
  // Our addresses are trimmed, theirs as typed: a part is found where the whole is not.
  'email.eq': whenTypedAlike(createTextOffer('search', 'email')),
  'email.contains': whenTypedAlike(createPartOffer('email', 'contains')),
  'email.startsWith': whenTypedAlike(createPartOffer('email', 'startsWith')),
  ...Object.fromEntries(
    mapColumns((name, column): Array<[string, (value: string) => PushdownOffer | undefined]> => [
      [`hostway.${name}.eq`, createFilterOffer(column)],
      [`hostway.${name}.contains`, createPartOffer(column, 'contains')],
    ]).flat(),
  ),
};

/** Conditions that hold for each of its rows. */
export const pushdownConstants = { [ANY_HOSTWAY_CONTACT]: () => true };

function toFilter({ field, ...tests }: HostwayContactFilter): Filter {
  const parts = OPERATORS.flatMap((operator) => {
    const value = tests[operator];
    return typeof value === 'string' ? [condition(`hostway.${field}.${operator}`, plainText(value))] : [];
  });
  return parts.length === 0 ? condition(ANY_HOSTWAY_CONTACT, field) : { is: 'all', of: parts };
}

function testsOf(name: string, column: HostwayColumn): Array<[string, RowTest<Contact>]> {
  return OPERATORS.map((operator) => [
    `hostway.${name}.${operator}`,
    {
      column: 'hostway',
      compile: (value: string) => {
        const test = textTests[operator](value);
        return (contact) => {
          const text = heldValue(contact, column);
          // "Equal to the whole value" as the book has it: `filterX` does not trim.
          return text !== undefined && test(text) && (operator !== 'eq' || isTrimmed(text));
        };
      },
    },
  ]);
}

/** The column as the address book has it; undefined where the contact is not Hostway's. */
function heldValue(contact: Contact | HostwayContact, column: HostwayColumn): string | undefined {
  return 'held' in contact ? (contact.held[column] ?? '') : undefined;
}

function isTrimmed(text: string): boolean {
  return plainText(text) === text.normalize('NFC');
}

/** What surely arrives as it is: servers trim blanks at the ends, stop at control characters and refuse long URLs. */
function isPlain(value: string): boolean {
  return value.length > 0 && value.length <= 200 && value.trim() === value && !/[\p{Cc}\p{Cs}]/u.test(value);
}

type TextOffer = (value: string) => PushdownOffer | undefined;

// `filterX` takes `*` for any characters, so a caller's star finds more than itself; `searchX` is a part of the value.
export function createTextOffer(family: 'filter' | 'search', column: HostwayColumn): TextOffer {
  const parameter = parameterOf(family, column);
  return (value) =>
    isPlain(value)
      ? {
          precision: 'superset',
          family,
          params: { [parameter]: value },
          assumes: hasCase(value) ? parameter : undefined,
        }
      : undefined;
}

/** The name of the parameter, and of how Hostway compares by it: each column may be compared in a way of its own. */
export function parameterOf(family: 'filter' | 'search', column: HostwayColumn): string {
  return `${family}${column.charAt(0).toUpperCase()}${column.slice(1)}`;
}

/** How it compares texts beyond ASCII is documented nowhere, so it is never asked for them. */
function createFilterOffer(column: HostwayColumn): TextOffer {
  const filter = createTextOffer('filter', column);
  return (value) => (isInvariant(value) ? filter(value) : undefined);
}

/** Looks for the longest part of a text that is the same in every spelling of it. */
function createPartOffer(column: HostwayColumn, operator: TextOperator): TextOffer {
  const search = createTextOffer('search', column);
  return (value) => search(invariantPart(value, operator));
}

function whenTypedAlike(offerFor: TextOffer): TextOffer {
  return (email) => (hasSingleForm(email) ? offerFor(email) : undefined);
}

function mapColumns<Made>(make: (name: string, column: HostwayColumn) => Made): Made[] {
  return Object.entries(HOSTWAY_COLUMNS).map(([name, column]) => make(name, column));
}
