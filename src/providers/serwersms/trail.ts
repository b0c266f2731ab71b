import { changed } from '../../graph/look.js';
import type { Looking, Verdict, Writing } from '../../operations/intent.js';
import type { Json, Trail } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { columnsOf, textsOf } from './check.js';
import { endpoints, type WireGroup } from './endpoints.js';
import { plainNumber } from './number.js';
import { readPages } from './pages.js';
import { groupIn, type Rows } from './rows.js';
import type { Way } from './way.js';
import type { NewContact } from './write-endpoints.js';

/** Finds out what became of writes whose answer was lost. */
export interface Tracker {
  /** The trail of a contact that is being made, one in each of its groups, with those of its number that are there. */
  readonly ofContacts: (contact: NewContact, writing: Writing) => Promise<Trail>;
  /** The trail of a group that is being made; names need not be unique. */
  readonly ofGroup: (name: string, writing: Writing) => Promise<Trail>;
  /** The trail of an edit, by what it changes. */
  readonly ofEdit: (key: string, given: NewContact, writing: Writing) => Trail;
  readonly looks: Readonly<Record<string, (trail: Trail, looking: Looking) => Promise<Verdict>>>;
}

export function createTracker({ list, upstream, defaultCountry }: Way, rows: Rows): Tracker {
  const allGroups = async (asking: Asking): Promise<readonly WireGroup[]> => {
    const groups: WireGroup[] = [];
    const ask = (page: number | undefined) => list(endpoints.listGroups, { page }, { ...asking, fresh: true });
    for await (const page of readPages(upstream.name, ask)) groups.push(...page);
    return groups;
  };

  return {
    ofContacts: async (contact, writing) => {
      const { phone = '', group_id: groups } = contact;
      return {
        look: 'madeContacts',
        phone: writing.digest(plainNumber(phone, defaultCountry)),
        texts: writing.digest(otherTexts(contact)),
        count: Array.isArray(groups) ? groups.length : 1,
        before: (await rows.ofNumber(phone, writing)).map(({ id }) => id),
      };
    },
    ofGroup: async (name, writing) => {
      const before = (await allGroups(writing)).filter((group) => group.name === name).map(({ id }) => id);
      return { look: 'madeGroup', name: writing.digest(name), before };
    },
    ofEdit: (key, { group_id: groups, ...columns }, { digest }) => {
      const digests = Object.fromEntries(textsOf(columns).map(([field, text]) => [field, digest(text || null)]));
      if (groups === undefined) return changed('contact', key, digests);
      // Only a list tells groups. Of several the row may stay in any.
      const keys = (Array.isArray(groups) ? groups : [groups]).map(String);
      return { look: 'placed', key, groups: keys, digests };
    },
    looks: {
      madeContacts: async ({ phone, texts, count, before }, looking) => {
        // The trail can't hold the number to search for.
        const all = await rows.all(looking);
        const near = all.filter((row) => looking.digest(plainNumber(row.phone ?? '', defaultCountry)) === phone);
        const found = since(near, before);
        const verdict = verdictOn(found, Number(count));
        // Of the same number but with other texts it is somebody else's, or ours in other words: who knows.
        const isOurs = found.every((row) => looking.digest(otherTexts(columnsOf(row))) === texts);
        return verdict.is !== 'done' || isOurs ? verdict : { is: 'unknown' };
      },
      madeGroup: async ({ name, before }, looking) => {
        const found = (await allGroups(looking)).filter((group) => looking.digest(group.name) === name);
        return verdictOn(since(found, before), 1);
      },
      placed: async ({ key, groups, digests }, looking) => {
        const all = await rows.all(looking);
        const row = all.find(({ id }) => id === key);
        if (!row || !Array.isArray(groups) || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
        const number = plainNumber(row.phone ?? '', defaultCountry);
        const changed = all.filter((each) => {
          const texts = new Map(textsOf(columnsOf(each)));
          const same = Object.entries(digests).every(([field, digest]) => {
            return looking.digest(texts.get(field) ?? null) === digest;
          });
          return same && plainNumber(each.phone ?? '', defaultCountry) === number;
        });
        const own = groupIn(row);
        const isPlaced = own === null ? groups.length === 0 : groups.includes(own);
        const filled = groups.filter((group) => changed.some((each) => groupIn(each) === group));
        if (isPlaced && changed.includes(row) && filled.length === groups.length) {
          return { is: 'done', result: { key: row.id } };
        }
        // It may have been in one of several before, or have come into a part of them.
        return { is: groups.length > 1 && filled.length > 0 ? 'unknown' : 'notDone' };
      },
    },
  };
}

/** Rows that were not there before, oldest first. */
function since<Row extends { readonly id: string }>(found: readonly Row[], before: Json | undefined): readonly Row[] {
  const known = new Set(Array.isArray(before) ? before : []);
  return found
    .filter(({ id }) => !known.has(id))
    .sort(({ id: one }, { id: other }) => one.length - other.length || (one < other ? -1 : 1));
}

/** Of more than were made, some are somebody else's; fewer are a part, or somebody else's. */
function verdictOn(found: ReadonlyArray<{ readonly id: string }>, count: number): Verdict {
  const [first] = found;
  if (!first) return { is: 'notDone' };
  return found.length === count ? { is: 'done', result: { key: first.id } } : { is: 'unknown' };
}

function otherTexts(contact: NewContact): Json {
  return Object.fromEntries(textsOf(contact).filter(([field]) => field !== 'phone'));
}
