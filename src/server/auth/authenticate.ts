import type { IncomingMessage } from 'node:http';

import { LOCAL_PRINCIPAL, type Principal } from '../../graph/request/principal.js';

/** Where credentials stand: the headers of a request, each with all of its values. */
export type CredentialSource = Pick<IncomingMessage, 'headersDistinct'>;

/** A request whose caller is not known, and how it is answered. */
export interface CallerRefusal {
  readonly is: 'refused';
  readonly status: 400 | 401 | 503;
  readonly code: 'BAD_REQUEST' | 'UNAUTHENTICATED' | 'UNAVAILABLE';
  readonly message: string;
}

export type Authentication = { readonly is: 'known'; readonly principal: Principal } | CallerRefusal;

/** Finds out who asks by the credential of a request. Every transport that carries GraphQL calls it before anything runs. */
export type Authenticate = (source: CredentialSource) => Authentication | Promise<Authentication>;

const LOCAL: Authentication = { is: 'known', principal: LOCAL_PRINCIPAL };

/** For a gateway without `auth:`, which listens on loopback only. */
export const authenticateLocally: Authenticate = () => LOCAL;
