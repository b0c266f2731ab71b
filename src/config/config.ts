import type { OperationLimits } from '../graph/cost/limits.js';
import type { AccessRules } from '../graph/request/access-rules.js';
import type { SharedValueRules } from '../graph/person/shared-values.js';
import type { CountryCode } from '../graph/values/phone.js';
import type { EgressProxy } from '../transport/dispatcher.js';
import type { RetryPolicy } from '../transport/retry.js';

/** One upstream as configured, checked. */
export interface UpstreamConfig {
  /** Its key under `upstreams`. */
  readonly name: string;
  /** The provider's name in the registry. */
  readonly provider: string;
  /** Scheme, host and port of the base URL. */
  readonly origin: string;
  /** Path of the base URL without a slash at its end: `/api/2.0`, or empty. */
  readonly basePath: string;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly concurrency: number;
  /** Reads in flight on one connection. */
  readonly pipelining: number;
  /** How long answers to reads are cached, in milliseconds; 0: not at all. */
  readonly cacheMs: number;
  /** Requests to it that one operation may be planned to make. */
  readonly budget: number;
  readonly defaultCountry: CountryCode | undefined;
  /** The remaining keys, `auth` among them, as the provider's own `settings` parsed them. */
  readonly settings: unknown;
  /** The header in which callers bring their own credentials, in place of the `auth` of the settings. */
  readonly callerHeader?: string | undefined;
}

export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  /** How clients reach the gateway, for URLs in answers; undefined: as the request came. */
  readonly publicUrl: string | undefined;
  /** The secret that signs media URLs; undefined: a random one of this process. */
  readonly mediaSecret: string | undefined;
  /** Larger uploads are refused. */
  readonly maxUploadBytes: number;
  readonly accessLog?: boolean | undefined;
  /** Counts for Prometheus: on a port of their own, or at `/metrics`. */
  readonly metrics?: { readonly enabled: boolean; readonly port?: number | undefined } | undefined;
  /** OpenTelemetry traces; undefined: none. */
  readonly tracing?: { readonly propagate: boolean } | undefined;
  /** From where on requests are refused. */
  readonly overload?:
    { readonly requestsInFlight: number; readonly eventLoopLagMs: number; readonly heapPercent: number } | undefined;
  /** Whether the schema describes itself to clients. */
  readonly introspection?: boolean | undefined;
  /** Whether the file is read again when it changes. */
  readonly watch?: boolean | undefined;
  /** Undefined: pages of other origins may not ask. */
  readonly cors?: CorsConfig | undefined;
}

/** Which web pages of other origins may ask. */
export interface CorsConfig {
  /** As browsers send them; `*`: all. */
  readonly origins: readonly string[];
  /** How long a browser keeps that it may ask. */
  readonly maxAgeSeconds: number;
  /** Whether pages that send cookies get their answer. */
  readonly credentials: boolean;
}

/** Where the outcomes of writes are stored. */
export interface IdempotencyConfig {
  /** Whether a write that acts needs an idempotency key. */
  readonly required: boolean;
  /** Folder of the store; undefined: Redis is the store. */
  readonly directory: string | undefined;
  /** Its URL, credentials included; undefined: the folder is the store. */
  readonly redis: string | undefined;
  /** Whether a Redis that may forget writes will do. */
  readonly allowWeak?: boolean;
}

/** What one operation may cost. */
export interface BudgetConfig {
  /** Requests to all upstreams together, in the worst case. */
  readonly requests: number;
}

/** Documents that may be asked for by their ids. */
export interface DocumentsConfig {
  /** A folder or a manifest, from the working folder. */
  readonly directory: string;
  /** Whether nothing else runs. */
  readonly only: boolean;
}

export interface Config {
  readonly budget: BudgetConfig;
  readonly limits: OperationLimits;
  /** What one caller may have in a minute; undefined: any number. */
  readonly rates?: { readonly requestsPerMinute: number | undefined; readonly costPerMinute: number | undefined };
  readonly server: ServerConfig;
  readonly documents?: DocumentsConfig | undefined;
  readonly idempotency: IdempotencyConfig;
  /** The locale of sorted lists: a BCP 47 tag. */
  readonly locale: string;
  /** Which shared values do not make two contacts one person. */
  readonly people: SharedValueRules;
  /** Who may ask; undefined: everyone on this machine, and nobody else. */
  readonly auth?: AccessRules | undefined;
  /** The proxy to all upstreams; undefined: none. */
  readonly proxy?: EgressProxy | undefined;
  /** In the order of the file, which is also the order of lists. */
  readonly upstreams: readonly UpstreamConfig[];
}
