import type { MediaBackend } from '../../graph/media.js';
import { ProviderFailure } from '../../transport/failure.js';
import { segment } from '../../wire/caller.js';
import type { Transferrer } from '../../wire/transfer.js';
import { isKey } from './key.js';

/** Key of the sample of a group's CSV. */
export const SAMPLE = 'sample';

/** A longer silence than this ends a transfer. */
const IDLE_MS = 60_000;

/** Files of an installation: the contacts of a group as CSV. */
export function mediaBackend(transfer: Transferrer, upstream: string): MediaBackend {
  const missing = (noun: string): ProviderFailure =>
    new ProviderFailure(upstream, 'missing', `there is no file of this ${noun}`, { sent: 'no' });
  return {
    download: async ({ noun, key }, asking) => {
      if (noun !== 'group' || !isKey(key)) throw missing(noun);
      const path = `/groups/${segment(key)}/csv`;
      const { length, body } = await transfer(
        // The server calls its CSV text/plain; a page of HTML is an error that PHP printed.
        {
          name: 'GET /groups/{id}/csv',
          method: 'GET',
          path,
          effect: 'reads',
          flow: { idleMs: IDLE_MS },
          refuses: ['text/html'],
        },
        asking,
      );
      return { contentType: 'text/csv; charset=utf-8', length, fileName: `group_${key}.csv`, body };
    },
    upload: async ({ noun }) => {
      throw missing(noun);
    },
  };
}
