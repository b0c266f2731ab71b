import { changeHint } from '../../../graph/mutations/reconciler.js';
import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../operations/record.js';
import type { Session } from '../session.js';
import { addedSince, toVerdict } from '../recovery.js';
import { textColumnsOf, toGraphTexts } from './columns.js';
import type { WireNewContact } from './endpoints.js';
import { comparablePhone } from './phone-number.js';
import { groupKeyOf, type ContactReads } from './reads.js';

/** Finds out whether writes of contacts whose answer was lost were done. */
export interface ContactRecovery {
  /** The hint of a creation, which makes a row in each group: it holds the rows of that number that are there before. */
  readonly creationHint: (contact: WireNewContact, writeAttempt: WriteAttempt) => Promise<RecoveryHint>;
  /** The hint of an edit: digests of what it changes, and its groups. */
  readonly updateHint: (key: string, given: WireNewContact, writeAttempt: WriteAttempt) => RecoveryHint;
  readonly reconcilers: Readonly<
    Record<string, (hint: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

export function createContactRecovery({ defaultCountry }: Session, reads: ContactReads): ContactRecovery {
  return {
    creationHint: async (contact, writeAttempt) => {
      const { phone = '', group_id: groups } = contact;
      return {
        look: 'madeContacts',
        phone: writeAttempt.digest(comparablePhone(phone, defaultCountry)),
        texts: writeAttempt.digest(textsWithoutPhone(contact)),
        count: Array.isArray(groups) ? groups.length : 1,
        before: (await reads.readByPhone(phone, writeAttempt)).map(({ id }) => id),
      };
    },
    updateHint: (key, { group_id: groups, ...columns }, { digest }) => {
      const digests = Object.fromEntries(toGraphTexts(columns).map(([field, text]) => [field, digest(text || null)]));
      if (groups === undefined) return changeHint('contact', key, digests);
      // Only lists tell groups. Of several groups the row may stay in any.
      const keys = (Array.isArray(groups) ? groups : [groups]).map(String);
      return { look: 'placed', key, groups: keys, digests };
    },
    reconcilers: {
      madeContacts: async ({ phone, texts, count, before }, context) => {
        // The hint holds a digest of the number, which can't be searched for.
        const all = await reads.readAll(context);
        const samePhone = all.filter(
          (row) => context.digest(comparablePhone(row.phone ?? '', defaultCountry)) === phone,
        );
        const found = addedSince(samePhone, before);
        const verdict = toVerdict(found, Number(count));
        // A row with other texts may be another one, or this one with its texts respelled.
        const isOurs = found.every((row) => context.digest(textsWithoutPhone(textColumnsOf(row))) === texts);
        return verdict.is !== 'done' || isOurs ? verdict : { is: 'unknown' };
      },
      placed: async ({ key, groups, digests }, context) => {
        const all = await reads.readAll(context);
        const row = all.find(({ id }) => id === key);
        if (!row || !Array.isArray(groups) || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
        const number = comparablePhone(row.phone ?? '', defaultCountry);
        const changed = all.filter((each) => {
          const texts = new Map(toGraphTexts(textColumnsOf(each)));
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
        // The row may have been in one of several groups before, or only some of them were done.
        return { is: groups.length > 1 && filled.length > 0 ? 'unknown' : 'notDone' };
      },
    },
  };
}

function textsWithoutPhone(contact: WireNewContact): Json {
  return Object.fromEntries(toGraphTexts(contact).filter(([field]) => field !== 'phone'));
}
