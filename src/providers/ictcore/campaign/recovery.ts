import type { CampaignBackend } from '../../../graph/campaign/backend.js';
import type { CampaignStatus } from '../../../graph/campaign/types.js';
import type { ReconcileContext } from '../../../operations/intent.js';
import type { OpenProvider } from '../../../graph/ports/open-upstream.js';

type Reconcilers = NonNullable<OpenProvider['reconcilers']>;

/** Looks whether campaigns were started and stopped, by their status: only a start leads to these. */
export function campaignReconcilers({ byKeys }: Pick<CampaignBackend, 'byKeys'>): Reconcilers {
  const readStatus = async (key: unknown, context: ReconcileContext): Promise<CampaignStatus | undefined> =>
    typeof key === 'string' ? (await byKeys([key], context)).get(key)?.status : undefined;
  return {
    'ictcore.started': async ({ key, before }, looking) => {
      const now = await readStatus(key, looking);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      // Nothing but a start moves one that is new.
      const isStarted = now === 'RUNNING' || now === 'COMPLETED' || (before === 'NEW' && now !== 'NEW');
      if (isStarted) return { is: 'done', result: { key } };
      // One that had failed may have started and failed again.
      return now === before && before !== 'FAILED' ? { is: 'notDone' } : { is: 'unknown' };
    },
    'ictcore.stopped': async ({ key }, looking) => {
      const now = await readStatus(key, looking);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      return now === 'RUNNING' ? { is: 'notDone' } : { is: 'done', result: { key } };
    },
  };
}
