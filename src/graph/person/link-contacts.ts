import { matchAll, isMatchNone, type Filter } from '../../query/filter.js';
import { createListPlan } from '../../query/plan.js';
import type { ProviderFailure } from '../../transport/failure.js';
import type { Contact } from '../contact/types.js';
import { contactTests } from '../contact/filter.js';
import { textConditions } from '../values/text-filter.js';
import { clustersOf, type Cluster, type LinkageRules } from './clusters.js';
import { scanContacts, type ContactScan, type ScanPart, type ScanContext } from './contact-scan.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** Whom to ask, and what ties contacts. */
export interface LinkageContext extends ScanContext {
  readonly upstreams: readonly OpenUpstream[];
  readonly linkageRules: LinkageRules<Contact>;
}

/** Contacts tied together, and the upstreams whose contacts may be missing among them. */
export interface LinkedContacts {
  readonly clusters: ReadonlyArray<Cluster<Contact>>;
  readonly failures: readonly ProviderFailure[];
}

/**
 * All that is tied to these e-mails and phones, as far as it is known whole: the clusters that hold one of them.
 * An upstream is first asked for the values, where it can look for them by itself. Does what is found name further
 * ones, its whole list is read: a second search could name yet others, and so on for as long as a chain is. So it is
 * one request, or two, whatever the data are.
 */
export async function linkByValues(
  values: readonly string[],
  known: readonly Contact[],
  { upstreams, linkageRules, ...reader }: LinkageContext,
): Promise<LinkedContacts> {
  const seeds = new Set(values);
  const isSeed = ({ emails, phones }: Contact): boolean => [...emails, ...phones].some((value) => seeds.has(value));
  const link = (rows: readonly Contact[]): ReadonlyArray<Cluster<Contact>> =>
    clustersOf(rows, linkageRules).filter((cluster) => cluster.rows.some(isSeed));
  const parts = upstreams.map((upstream): ScanPart => ({ upstream, filter: searchFilterFor(values, upstream) }));
  const first = await scanContacts(parts, reader);
  const found = link(distinctById([...first.rows, ...known]));
  const isClosed = found.every((cluster) => cluster.values.every((value) => seeds.has(value)));
  const searched = parts.filter(({ upstream, filter }) => filter !== matchAll && !failedAt(upstream, first));
  if (isClosed || searched.length === 0) return { clusters: found, failures: failuresOf(first) };
  const second = await scanContacts(
    searched.map(({ upstream }) => ({ upstream, filter: matchAll })),
    reader,
  );
  return {
    clusters: link(distinctById([...second.rows, ...first.rows, ...known])),
    failures: [...failuresOf(first), ...failuresOf(second)],
  };
}

/** Contacts in clusters, those that nothing ties to others included. */
export function linkAll(
  { rows, sources }: ContactScan,
  known: readonly Contact[],
  glue: LinkageRules<Contact>,
): LinkedContacts {
  return { clusters: clustersOf(distinctById([...rows, ...known]), glue), failures: failuresOf({ rows, sources }) };
}

/** What one request can ask of this upstream for these values; everything where it can't look for them. */
export function searchFilterFor(values: readonly string[], { backends, proofs }: OpenUpstream): Filter {
  const emails = values.filter((value) => value.includes('@'));
  const isMixed = emails.length > 0 && emails.length < values.length;
  const [filter] = textConditions(emails.length > 0 ? 'email' : 'phone', { in: [...values] });
  if (!backends.contact || !filter || isMatchNone(filter) || isMixed) return matchAll;
  const query = { filter, order: undefined, tests: contactTests };
  const { pushedDown, isImpossible } = createListPlan(
    query,
    backends.contact.pushdown,
    proofs.acceptance('contact', true),
  );
  return isImpossible || pushedDown.includes('name' in filter ? filter.name : '') ? filter : matchAll;
}

function failuresOf({ sources }: ContactScan): readonly ProviderFailure[] {
  return sources.flatMap(({ failure, firstUnreadable }) => failure ?? firstUnreadable ?? []);
}

function failedAt({ name }: OpenUpstream, { sources }: ContactScan): boolean {
  return sources.some((source) => source.name === name && source.failure);
}

function distinctById(rows: readonly Contact[]): readonly Contact[] {
  const byId = new Map<string, Contact>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}
