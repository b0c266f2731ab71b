import type { CallerCredentials } from '../../transport/upstream-credential.js';

/** What a principal may do: `read` queries, `write` contacts and the like, `send` what reaches people, `admin` the rest. */
export const SCOPES = ['read', 'write', 'send', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks, once the request's credential was checked. Any transport that carries GraphQL brings one. */
export interface Principal {
  /** The key's name in the config, or the token's subject. It keeps callers apart and is never a credential. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Names of the upstreams that exist for it; undefined: all. */
  readonly upstreams: ReadonlySet<string> | undefined;
  /** Credentials of its own that this request brought, for upstreams that take them. */
  readonly credentials?: CallerCredentials | undefined;
}

/** The one principal of a gateway without `auth:`, which listens on loopback only. */
export const LOCAL_PRINCIPAL: Principal = { name: '', scopes: new Set(SCOPES), upstreams: undefined };
