import type { Transmission } from '../../../graph/transmission/types.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Session } from '../session.js';

/** The server can't load a transmission without these: it answers 404 and names the one that is gone. */
const REQUIRED_THINGS: readonly string[] = ['account', 'contact'];

/** The same session, except that a transmission whose contact or account is gone is reported as such, and not as gone itself. */
export function withOrphanErrors(session: Session): Session {
  return {
    ...session,
    call: async (endpoint, input, callOptions) => {
      try {
        return await session.call(endpoint, input, callOptions);
      } catch (error) {
        const isItemCall = endpoint.name.includes('/transmissions/{id}');
        if (!isItemCall || !(error instanceof ProviderFailure) || error.kind !== 'not-found') throw error;
        const { rejectedField, status } = error;
        if (rejectedField === undefined || !REQUIRED_THINGS.includes(rejectedField)) throw error;
        throw orphanFailure(session.upstream.name, rejectedField, `${endpoint.name}, status ${String(status)}`);
      }
    },
  };
}

/** Whether a failure says that a transmission is there, but can't be loaded. */
export function isOrphanFailure(error: unknown): error is ProviderFailure {
  return (
    error instanceof ProviderFailure &&
    error.kind === 'rejected' &&
    error.rejectedField !== undefined &&
    REQUIRED_THINGS.includes(error.rejectedField)
  );
}

/** Why the item of a row can't be read, where the row says that its account or contact is gone: then the item is not asked for. */
export function orphanFailureOf({ accountRow, accountKey, contactRow, contactKey, upstream }: Transmission) {
  const gone =
    accountRow === null && accountKey !== null
      ? 'account'
      : contactRow === null && contactKey !== null
        ? 'contact'
        : undefined;
  return gone === undefined ? undefined : orphanFailure(upstream.name, gone, 'GET /transmissions/{id}');
}

function orphanFailure(upstream: string, gone: string, operation: string): ProviderFailure {
  const message = `The ${gone} of this transmission is gone, so the server can neither show, send, clone nor delete it; lists still tell of it (${operation}).`;
  return new ProviderFailure(upstream, 'rejected', message, { status: 404, sent: 'yes', rejectedField: gone });
}
