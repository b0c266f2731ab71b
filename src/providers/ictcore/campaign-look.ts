import type { CampaignBackend } from '../../graph/campaign/backend.js';
import type { CampaignStatus } from '../../graph/campaign/campaign.js';
import type { Opened } from '../../graph/provider.js';
import type { Looking } from '../../operations/intent.js';

type Looks = NonNullable<Opened['looks']>;

/** Looks whether campaigns were started and stopped, by their status: only a start leads to these. */
export function campaignLooks({ byKeys }: Pick<CampaignBackend, 'byKeys'>): Looks {
  const statusOf = async (key: unknown, looking: Looking): Promise<CampaignStatus | undefined> =>
    typeof key === 'string' ? (await byKeys([key], looking)).get(key)?.status : undefined;
  return {
    'ictcore.started': async ({ key, before }, looking) => {
      const now = await statusOf(key, looking);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      // Nothing but a start moves one that is new.
      const moved = now === 'RUNNING' || now === 'COMPLETED' || (before === 'NEW' && now !== 'NEW');
      if (moved) return { is: 'done', result: { key } };
      // One that had failed may have started and failed again.
      return now === before && before !== 'FAILED' ? { is: 'notDone' } : { is: 'unknown' };
    },
    'ictcore.stopped': async ({ key }, looking) => {
      const now = await statusOf(key, looking);
      if (typeof key !== 'string' || now === undefined || now === 'UNKNOWN') return { is: 'unknown' };
      return now === 'RUNNING' ? { is: 'notDone' } : { is: 'done', result: { key } };
    },
  };
}
