import { changeHint } from '../../../graph/mutations/reconciler.js';
import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { columnsOf, toGraphTexts } from './input-rules.js';
import { endpoints, type WireGroup } from '../endpoints.js';
import { comparablePhone } from './phone-number.js';
import { readPages } from '../pages.js';
import { groupKeyOf, type ContactReads } from './reads.js';
import type { Session } from '../session.js';
import type { WireNewContact } from './endpoints.js';

/** Finds out what became of writes whose answer was lost. */
export interface WriteRecovery {
  /** The trail of a contact that is being made, one in each of its groups, with those of its number that are there. */
  readonly contactCreationHint: (contact: WireNewContact, writeAttempt: WriteAttempt) => Promise<RecoveryHint>;
  /** The trail of a group that is being made; names need not be unique. */
  readonly groupCreationHint: (name: string, writeAttempt: WriteAttempt) => Promise<RecoveryHint>;
  /** The trail of an edit, by what it changes. */
  readonly updateHint: (key: string, given: WireNewContact, writeAttempt: WriteAttempt) => RecoveryHint;
  readonly reconcilers: Readonly<
    Record<string, (trail: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

export function createWriteRecovery({ list, upstream, defaultCountry }: Session, reads: ContactReads): WriteRecovery {
  const readAllGroups = async (callOptions: CallOptions): Promise<readonly WireGroup[]> => {
    const groups: WireGroup[] = [];
    const readPage = (page: number | undefined) =>
      list(endpoints.listGroups, { page }, { ...callOptions, bypassCache: true });
    for await (const page of readPages(upstream.name, readPage)) groups.push(...page);
    return groups;
  };

  return {
    contactCreationHint: async (contact, writeAttempt) => {
      const { phone = '', group_id: groups } = contact;
      return {
        look: 'madeContacts',
        phone: writeAttempt.digest(comparablePhone(phone, defaultCountry)),
        texts: writeAttempt.digest(textsWithoutPhone(contact)),
        count: Array.isArray(groups) ? groups.length : 1,
        before: (await reads.readByPhone(phone, writeAttempt)).map(({ id }) => id),
      };
    },
    groupCreationHint: async (name, writeAttempt) => {
      const before = (await readAllGroups(writeAttempt)).filter((group) => group.name === name).map(({ id }) => id);
      return { look: 'madeGroup', name: writeAttempt.digest(name), before };
    },
    updateHint: (key, { group_id: groups, ...columns }, { digest }) => {
      const digests = Object.fromEntries(toGraphTexts(columns).map(([field, text]) => [field, digest(text || null)]));
      if (groups === undefined) return changeHint('contact', key, digests);
      // Only a list tells groups. Of several the row may stay in any.
      const keys = (Array.isArray(groups) ? groups : [groups]).map(String);
      return { look: 'placed', key, groups: keys, digests };
    },
    reconcilers: {
      madeContacts: async ({ phone, texts, count, before }, context) => {
        // The trail can't hold the number to search for.
        const all = await reads.readAll(context);
        const samePhone = all.filter(
          (row) => context.digest(comparablePhone(row.phone ?? '', defaultCountry)) === phone,
        );
        const found = addedSince(samePhone, before);
        const verdict = toVerdict(found, Number(count));
        // Of the same number but with other texts it is somebody else's, or ours in other words: who knows.
        const isOurs = found.every((row) => context.digest(textsWithoutPhone(columnsOf(row))) === texts);
        return verdict.is !== 'done' || isOurs ? verdict : { is: 'unknown' };
      },
      madeGroup: async ({ name, before }, context) => {
        const found = (await readAllGroups(context)).filter((group) => context.digest(group.name) === name);
        return toVerdict(addedSince(found, before), 1);
      },
      placed: async ({ key, groups, digests }, context) => {
        const all = await reads.readAll(context);
        const row = all.find(({ id }) => id === key);
        if (!row || !Array.isArray(groups) || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
        const number = comparablePhone(row.phone ?? '', defaultCountry);
        const changed = all.filter((each) => {
          const texts = new Map(toGraphTexts(columnsOf(each)));
          const same = Object.entries(digests).every(([field, digest]) => {
            return context.digest(texts.get(field) ?? null) === digest;
          });
          return same && comparablePhone(each.phone ?? '', defaultCountry) === number;
        });
        const currentGroup = groupKeyOf(row);
        const isPlaced = currentGroup === null ? groups.length === 0 : groups.includes(currentGroup);
        const filled = groups.filter((group) => changed.some((each) => groupKeyOf(each) === group));
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
function addedSince<Row extends { readonly id: string }>(
  found: readonly Row[],
  before: Json | undefined,
): readonly Row[] {
  const known = new Set(Array.isArray(before) ? before : []);
  return found
    .filter(({ id }) => !known.has(id))
    .sort(({ id: one }, { id: other }) => one.length - other.length || (one < other ? -1 : 1));
}

/** Of more than were made, some are somebody else's; fewer are a part, or somebody else's. */
function toVerdict(found: ReadonlyArray<{ readonly id: string }>, count: number): ReconcileVerdict {
  const [first] = found;
  if (!first) return { is: 'notDone' };
  return found.length === count ? { is: 'done', result: { key: first.id } } : { is: 'unknown' };
}

function textsWithoutPhone(contact: WireNewContact): Json {
  return Object.fromEntries(toGraphTexts(contact).filter(([field]) => field !== 'phone'));
}
