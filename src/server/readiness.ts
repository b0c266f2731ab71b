import type { IncomingMessage, ServerResponse } from 'node:http';

import type { OpenUpstream } from '../graph/ports/open-upstream.js';
import type { UpstreamValue } from '../graph/ports/upstream-value.js';
import type { Authenticate } from './auth/authenticate.js';
import { sendJson } from './respond.js';

/** An upstream whose state is told. */
export type WatchedUpstream = Pick<OpenUpstream, 'name'> & { readonly value: Pick<UpstreamValue, 'health'> };

export type SendReadiness = (request: IncomingMessage, response: ServerResponse, isDraining: boolean) => Promise<void>;

/**
 * Answers `/readyz`: whether requests are taken, and how each upstream is that the caller may read. One that is down is
 * no reason to send requests elsewhere, so it changes no status. Whoever has no accepted credential learns no names.
 */
export function createReadiness(upstreams: readonly WatchedUpstream[], authenticate: Authenticate): SendReadiness {
  return async (request, response, isDraining) => {
    if (isDraining) {
      sendJson(response, 503, { status: 'draining' });
      return;
    }
    const authentication = await authenticate(request);
    if (authentication.is === 'refused' || !authentication.principal.scopes.has('read')) {
      sendJson(response, 200, { status: 'ready' });
      return;
    }
    const { upstreams: visible } = authentication.principal;
    const seen = upstreams.filter(({ name }) => visible?.has(name) ?? true);
    const states = seen.map(({ name, value }) => [name, value.health.state()] as const);
    sendJson(response, 200, { status: 'ready', upstreams: Object.fromEntries(states) });
  };
}
