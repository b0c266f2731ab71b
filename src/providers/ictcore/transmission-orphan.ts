import type { Transmission } from '../../graph/transmission/transmission.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Way } from './way.js';

/** What a transmission can't be loaded without: the server answers 404 and names the thing that is gone. */
const NEEDED: readonly string[] = ['account', 'contact'];

/** The same way, on which a transmission whose contact or account is gone is told as such, and not as gone itself. */
export function tellingOrphans(way: Way): Way {
  return {
    ...way,
    call: async (endpoint, input, asking) => {
      try {
        return await way.call(endpoint, input, asking);
      } catch (error) {
        const isOfOne = endpoint.name.includes('/transmissions/{id}');
        if (!isOfOne || !(error instanceof ProviderFailure) || error.kind !== 'not-found') throw error;
        const { point, status } = error;
        if (point === undefined || !NEEDED.includes(point)) throw error;
        throw orphaned(way.upstream.name, point, `${endpoint.name}, status ${String(status)}`);
      }
    },
  };
}

/** Whether a failure says that a transmission is there, but can't be loaded. */
export function isOrphaned(error: unknown): error is ProviderFailure {
  return (
    error instanceof ProviderFailure &&
    error.kind === 'rejected' &&
    error.point !== undefined &&
    NEEDED.includes(error.point)
  );
}

/** Why the item of a row can't be read, where the row says that what it names is gone; it is not asked for then. */
export function orphanOf({ accountRow, accountKey, contactRow, contactKey, upstream }: Transmission) {
  const gone =
    accountRow === null && accountKey !== null
      ? 'account'
      : contactRow === null && contactKey !== null
        ? 'contact'
        : undefined;
  return gone === undefined ? undefined : orphaned(upstream.name, gone, 'GET /transmissions/{id}');
}

function orphaned(upstream: string, gone: string, asked: string): ProviderFailure {
  const message = `The ${gone} of this transmission is gone, so the server can neither show, send, clone nor delete it; lists still tell of it (${asked}).`;
  return new ProviderFailure(upstream, 'rejected', message, { status: 404, sent: 'yes', point: gone });
}
