import type { CampaignBackend } from '../../../graph/campaign/backend.js';
import type { CampaignStatus } from '../../../graph/campaign/types.js';
import type { ReconcileContext } from '../../../operations/intent.js';
import type { OpenProvider } from '../../../graph/ports/open-upstream.js';
import { NOT_DONE } from '../shared/writes/not-done.js';

type Reconcilers = NonNullable<OpenProvider['reconcilers']>;

/** Decides by a campaign's status whether a start or a stop was carried out. */
export function campaignReconcilers({ byKeys }: Pick<CampaignBackend, 'byKeys'>): Reconcilers {
  const readStatus = async (key: unknown, context: ReconcileContext): Promise<CampaignStatus | undefined> =>
    typeof key === 'string' ? (await byKeys([key], context)).get(key)?.status : undefined;
  return {
    'ictcore.started': async ({ key, before }, context) => {
      const now = await readStatus(key, context);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      // Only a start changes the status of a new campaign.
      const isStarted = now === 'RUNNING' || now === 'COMPLETED' || (before === 'NEW' && now !== 'NEW');
      if (isStarted) return { is: 'done', result: { key } };
      // A campaign that had failed may have been started and have failed again.
      return now === before && before !== 'FAILED' ? NOT_DONE : { is: 'unknown' };
    },
    'ictcore.stopped': async ({ key }, context) => {
      const now = await readStatus(key, context);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      return now === 'RUNNING' ? NOT_DONE : { is: 'done', result: { key } };
    },
  };
}
