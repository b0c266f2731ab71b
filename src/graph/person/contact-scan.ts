import { matchAll, type Filter } from '../../query/filter.js';
import { mergeSources } from '../../query/merge.js';
import type { Contact } from '../contact/types.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';
import { contactTests } from '../contact/filter.js';
import { recordListSizes } from '../lists/list.js';
import { openSource, type Source, type SourceContext } from '../lists/source.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** One upstream's part of a reading. */
export interface ScanPart {
  readonly upstream: OpenUpstream;
  /** On e-mails and phones as the graph holds them; everything: its whole list. */
  readonly filter: Filter;
  /** An earlier page of the same list did without it, so it is not asked. */
  readonly lost?: boolean;
}

/** Contacts of these upstreams, read to their ends all at once, and what each upstream did for it. */
export interface ContactScan {
  readonly rows: readonly Contact[];
  readonly sources: ReadonlyArray<Source<Contact>>;
}

/** For whom contacts are read, and where their number is noted. */
export type ScanContext = SourceContext;

/** Reads contacts; an upstream that fails costs its own rows and is told by its source. */
export async function scanContacts(parts: readonly ScanPart[], context: ScanContext): Promise<ContactScan> {
  const sources = parts.flatMap(({ upstream, filter, lost }) => {
    const { contact } = upstream.backends;
    const listQuery = {
      noun: 'contact',
      filter,
      localise: (part: Filter) => part,
      tests: contactTests,
      sorting: undefined,
    } as const;
    const place = { mark: lost ? null : 0, count: undefined, selected: new Set<string>() };
    return contact ? [openSource(listQuery, upstream, contact, place, context)] : [];
  });
  try {
    const { rows } = await mergeSources(sources, Infinity, undefined);
    await readValues(rows);
    recordListSizes(sources, 'contact', context.sizes);
    return { rows, sources };
  } finally {
    for (const source of sources) source.close();
  }
}

/** So many rows are read in a millisecond or two, even where each has phones that were never read before. */
const ROWS_AT_A_STRETCH = 100;

/** Has ids and phones made, which linking asks of every row in one go: here others have their turn in between. */
async function readValues(rows: readonly Contact[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_A_STRETCH) {
    rows.slice(from, from + ROWS_AT_A_STRETCH).forEach(({ id, phones }) => [id, phones]);
    if (isYieldDue()) await yieldToEventLoop();
  }
}

/** The whole lists of these upstreams. */
export function scanAllContacts(upstreams: readonly OpenUpstream[], reader: ScanContext): Promise<ContactScan> {
  return scanContacts(
    upstreams.map((upstream) => ({ upstream, filter: matchAll })),
    reader,
  );
}
