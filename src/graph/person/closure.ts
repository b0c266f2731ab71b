import { everything, isNothing, type Filter } from '../../query/filter.js';
import { plan } from '../../query/plan.js';
import type { ProviderFailure } from '../../transport/failure.js';
import type { Contact } from '../contact/contact.js';
import { contactTests } from '../contact/filter.js';
import type { OpenUpstream } from '../context.js';
import { textConditions } from '../text.js';
import { clustersOf, type Cluster, type Glue } from './cluster.js';
import { readContacts, type ContactReading, type Part, type Reader } from './reading.js';

/** Whom to ask, and what ties contacts. */
export interface Ground extends Reader {
  readonly upstreams: readonly OpenUpstream[];
  readonly glue: Glue<Contact>;
}

/** Contacts tied together, and the upstreams whose contacts may be missing among them. */
export interface Tied {
  readonly clusters: ReadonlyArray<Cluster<Contact>>;
  readonly failures: readonly ProviderFailure[];
}

/**
 * All that is tied to these e-mails and phones, as far as it is known whole: the clusters that hold one of them.
 * An upstream is first asked for the values, where it can look for them by itself. Does what is found name further
 * ones, its whole list is read: a second search could name yet others, and so on for as long as a chain is. So it is
 * one request, or two, whatever the data are.
 */
export async function tieValues(
  values: readonly string[],
  known: readonly Contact[],
  { upstreams, glue, ...reader }: Ground,
): Promise<Tied> {
  const seeds = new Set(values);
  const isSeed = ({ emails, phones }: Contact): boolean => [...emails, ...phones].some((value) => seeds.has(value));
  const tie = (rows: readonly Contact[]): ReadonlyArray<Cluster<Contact>> =>
    clustersOf(rows, glue).filter((cluster) => cluster.rows.some(isSeed));
  const parts = upstreams.map((upstream): Part => ({ upstream, filter: searchFor(values, upstream) }));
  const first = await readContacts(parts, reader);
  const found = tie(distinct([...first.rows, ...known]));
  const isClosed = found.every((cluster) => cluster.values.every((value) => seeds.has(value)));
  const searched = parts.filter(({ upstream, filter }) => filter !== everything && !failedAt(upstream, first));
  if (isClosed || searched.length === 0) return { clusters: found, failures: failuresOf(first) };
  const second = await readContacts(
    searched.map(({ upstream }) => ({ upstream, filter: everything })),
    reader,
  );
  return {
    clusters: tie(distinct([...second.rows, ...first.rows, ...known])),
    failures: [...failuresOf(first), ...failuresOf(second)],
  };
}

/** Contacts in clusters, those that nothing ties to others included. */
export function tieAll({ rows, sources }: ContactReading, known: readonly Contact[], glue: Glue<Contact>): Tied {
  return { clusters: clustersOf(distinct([...rows, ...known]), glue), failures: failuresOf({ rows, sources }) };
}

/** What one request can ask of this upstream for these values; everything where it can't look for them. */
export function searchFor(values: readonly string[], { backends, proofs }: OpenUpstream): Filter {
  const emails = values.filter((value) => value.includes('@'));
  const isMixed = emails.length > 0 && emails.length < values.length;
  const [filter] = textConditions(emails.length > 0 ? 'email' : 'phone', { in: [...values] });
  if (!backends.contact || !filter || isNothing(filter) || isMixed) return everything;
  const query = { filter, order: undefined, tests: contactTests };
  const { pushedDown, impossible } = plan(query, backends.contact.pushdown, proofs.acceptance('contact', true));
  return impossible || pushedDown.includes('name' in filter ? filter.name : '') ? filter : everything;
}

function failuresOf({ sources }: ContactReading): readonly ProviderFailure[] {
  return sources.flatMap(({ failure, leftOut }) => failure ?? leftOut ?? []);
}

function failedAt({ name }: OpenUpstream, { sources }: ContactReading): boolean {
  return sources.some((source) => source.name === name && source.failure);
}

function distinct(rows: readonly Contact[]): readonly Contact[] {
  const byId = new Map<string, Contact>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}
