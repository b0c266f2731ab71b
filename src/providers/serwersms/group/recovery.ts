import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { readPages } from '../pages.js';
import { addedSince, toVerdict } from '../recovery.js';
import type { Session } from '../session.js';
import type { WireGroup } from './columns.js';
import { groupEndpoints } from './endpoints.js';

/** Finds out whether creations of groups whose answer was lost were done. */
export interface GroupRecovery {
  /** The hint of a creation: names need not be unique, so it holds the groups of that name that are there before. */
  readonly creationHint: (name: string, writeAttempt: WriteAttempt) => Promise<RecoveryHint>;
  readonly reconcilers: Readonly<
    Record<string, (hint: RecoveryHint, context: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

export function createGroupRecovery({ list, upstream }: Session): GroupRecovery {
  const readAllGroups = async (callOptions: CallOptions): Promise<readonly WireGroup[]> => {
    const groups: WireGroup[] = [];
    const readPage = (page: number | undefined) =>
      list(groupEndpoints.list, { page }, { ...callOptions, bypassCache: true });
    for await (const page of readPages(upstream.name, readPage)) groups.push(...page);
    return groups;
  };

  return {
    creationHint: async (name, writeAttempt) => {
      const before = (await readAllGroups(writeAttempt)).filter((group) => group.name === name).map(({ id }) => id);
      return { look: 'madeGroup', name: writeAttempt.digest(name), before };
    },
    reconcilers: {
      madeGroup: async ({ name, before }, context) => {
        const found = (await readAllGroups(context)).filter((group) => context.digest(group.name) === name);
        return toVerdict(addedSince(found, before), 1);
      },
    },
  };
}
