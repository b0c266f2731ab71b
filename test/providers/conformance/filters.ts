import type { ContactBackend } from '../../../src/graph/contact/backend.js';
import type { Contact } from '../../../src/graph/contact/types.js';
import { localiseContactFilter, toContactFilter } from '../../../src/graph/contact/filter.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { compileFilter } from '../../../src/query/residual.js';
import type { TestGateway } from '../../support/gateway.js';
import type { Listed, ListedPage } from './lists.js';
import { spellingsOf } from './subjects.js';
import { TROUBLE } from './values.js';
import { contactListQuery } from '../../../src/graph/contact/list-query.js';

/** A ContactFilter as a client writes it. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** All rows of a contact backend, with the columns that its list lacks. */
export async function rowsOf(backend: ContactBackend): Promise<readonly Contact[]> {
  const rows = new Map<string, Contact>();
  for await (const page of backend.list({ params: {}, offset: 0, limit: undefined }, {})) {
    for (const row of page.rows) rows.set(row.id, row);
  }
  const lacking = ['name', 'email', 'phone', 'channel', 'groups'].filter(
    (column) => !backend.pushdown.columns.includes(column),
  );
  const whole = [...rows.values()];
  return lacking.length && backend.fetchColumns ? backend.fetchColumns(whole, lacking, {}) : whole;
}

/** Ids of the rows for which the filter holds, as the graph's own tests say. */
export function expectedIds(input: FilterInput, rows: readonly Contact[], gateway: TestGateway): readonly string[] {
  const [upstream] = gateway.upstreams;
  if (!upstream) throw new TypeError('the gateway has no upstream');
  const extension = upstream.provider.contactFilter;
  const extensions = extension ? [extension] : [];
  const side = { upstream: upstream.name, country: upstream.defaultCountry, extension: extension?.field };
  const filter = localiseContactFilter(toContactFilter(input, extensions), side, extensions);
  const holds = compileFilter(filter, contactListQuery(null, { contactFilters: extensions }).tests);
  return rows.filter(holds).map(({ id }) => id);
}

/** For each path many filters with values of the rows in many spellings, and with values that mean trouble. */
export function filtersOf(
  rows: readonly Contact[],
  groups: ListedPage,
  own: Readonly<Record<string, readonly FilterInput[]>>,
): Readonly<Record<string, readonly FilterInput[]>> {
  const emails = rows.flatMap((row) => row.emails);
  const names = rows.flatMap(({ displayName }) => [displayName, ...displayName.split(' ')]);
  const shared: Record<string, readonly FilterInput[]> = {
    ...textFilters('email', [...emails, ...emails.map(shout), ...TROUBLE]),
    ...textFilters('name', [...names, ...names.map(shout), ...TROUBLE]),
    ...textFilters('phone', [...rows.flatMap((row) => row.phones.flatMap(spellingsOf)), ...TROUBLE]),
    channel: ['EMAIL', 'SMS', 'IM', 'VOICE', 'FAX'].map((channel) => ({ channel })),
    ungrouped: [{ ungrouped: true }, { ungrouped: false }],
    groupId: groupIds(groups, rows).map((groupId) => ({ groupId })),
  };
  const paths = [...new Set([...Object.keys(own), ...Object.keys(shared)])];
  return Object.fromEntries(paths.map((path) => [path, [...(own[path] ?? []), ...(shared[path] ?? [])]]));
}

function textFilters(field: string, values: readonly string[]): Record<string, readonly FilterInput[]> {
  const of = (operator: string, value: unknown): FilterInput => ({ [field]: { [operator]: value } });
  const parts = values.filter((value) => value.length > 3).flatMap((value) => [value.slice(1, -1), value.slice(-4)]);
  const beginnings = values
    .filter((value) => value.length > 3)
    .flatMap((value) => [value.slice(0, 3), value.slice(0, 5)]);
  return {
    [`${field}.eq`]: values.map((value) => of('eq', value)),
    [`${field}.in`]: values.map((value, index) =>
      of('in', [value, values[(index * 7 + 3) % values.length], values[(index * 5 + 1) % values.length]]),
    ),
    [`${field}.contains`]: [...values, ...parts].map((value) => of('contains', value)),
    [`${field}.startsWith`]: [...values, ...beginnings].map((value) => of('startsWith', value)),
  };
}

function shout(text: string): string {
  return text.toUpperCase();
}

function groupIds({ nodes }: ListedPage, rows: readonly Contact[]): readonly string[] {
  const upstream = rows[0]?.upstream.name ?? '';
  return [
    ...nodes.map(({ id }: Listed) => id),
    encodeId(upstream, 'group', '999999'),
    encodeId(upstream, 'group', "1' OR '1"),
  ];
}
