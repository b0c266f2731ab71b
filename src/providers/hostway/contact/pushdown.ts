import type { Channel } from '../../../graph/contact/types.js';
import { hasSingleForm } from '../../../graph/values/email.js';
import { hasCase } from '../../../query/letter-case.js';
import type { Pushdown, PushdownOffer } from '../../../query/plan.js';
import { invariantPart, isInvariant, type TextOperator } from '../../../query/text.js';
import { contactColumns } from './columns.js';
import { ANY_HOSTWAY_CONTACT, conditionName } from './filter.js';
import type { HostwayColumn } from './types.js';

type TextOffer = (value: string) => PushdownOffer | undefined;

/** What lists of address books do by themselves. Rows of several domains come from several lists, which have no window. */
export function contactPushdown(hasOneDomain: boolean): Pushdown {
  return {
    offers,
    constants: {
      [ANY_HOSTWAY_CONTACT]: () => true,
      channel: (channel: Channel) => (channel === 'SMS' || channel === 'IM' ? false : undefined),
      groupId: () => false,
      ungrouped: () => true,
    },
    window: hasOneDomain,
    columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', 'hostway'],
  };
}

/**
 * An offer of `filterX` or `searchX`. Both find a superset: a caller's `*` is a wildcard of `filterX`, `searchX` finds
 * parts of the value, and how either compares letter cases is not documented.
 */
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

/** The name of the parameter, and of its comparison: each column may be compared in a way of its own. */
export function parameterOf(family: 'filter' | 'search', column: HostwayColumn): string {
  return `${family}${column.charAt(0).toUpperCase()}${column.slice(1)}`;
}

const offers: Pushdown['offers'] = {
  // The graph's addresses are trimmed, the book's are as typed: a search for a part finds both.
  'email.eq': ifSingleForm(createTextOffer('search', 'email')),
  'email.contains': ifSingleForm(createPartOffer('email', 'contains')),
  'email.startsWith': ifSingleForm(createPartOffer('email', 'startsWith')),
  ...Object.fromEntries(
    contactColumns.names.flatMap((column): Array<[string, TextOffer]> => [
      [conditionName(column, 'eq'), createFilterOffer(column)],
      [conditionName(column, 'contains'), createPartOffer(column, 'contains')],
    ]),
  ),
};

/** Servers trim blanks at the ends, stop at control characters and refuse long URLs: such a value may not arrive as it is. */
function isPlain(value: string): boolean {
  return value.length > 0 && value.length <= 200 && value.trim() === value && !/[\p{Cc}\p{Cs}]/u.test(value);
}

/** How Hostway compares texts beyond ASCII is not documented, so none is pushed down. */
function createFilterOffer(column: HostwayColumn): TextOffer {
  const filter = createTextOffer('filter', column);
  return (value) => (isInvariant(value) ? filter(value) : undefined);
}

/** Searches for the longest part of a text that is the same in every spelling of it. */
function createPartOffer(column: HostwayColumn, operator: TextOperator): TextOffer {
  const search = createTextOffer('search', column);
  return (value) => search(invariantPart(value, operator));
}

function ifSingleForm(offerFor: TextOffer): TextOffer {
  return (email) => (hasSingleForm(email) ? offerFor(email) : undefined);
}
