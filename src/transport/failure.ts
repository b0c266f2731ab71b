/** Why a provider gave no usable answer. */
export type FailureKind =
  /** No connection, or it broke. */
  | 'unavailable'
  /** No answer in the time allowed. */
  | 'timeout'
  /** It did not accept our credentials. */
  | 'auth'
  /** The thing asked for is not there. */
  | 'not-found'
  /** It understood and said no. */
  | 'rejected'
  /** It asked us to slow down. */
  | 'rate-limited'
  /** Not asked: too many calls to it wait already. */
  | 'overloaded'
  /** Not asked further: the operation took as many requests as it may. */
  | 'over-budget'
  /** It answered something that its documents do not describe. */
  | 'protocol';

export interface FailureDetails {
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Whether bytes of the request may have left: `no` is a proof that nothing happened there. */
  readonly sent?: 'no' | 'yes' | 'unknown';
  /** The provider's own name of the value that it refused, where it says so. */
  readonly rejectedField?: string | undefined;
  /** The credentials are good and only this call is not allowed to them, as HTTP's 403 says it. */
  readonly isForbidden?: boolean | undefined;
  /** What the provider itself said, where its answer is an error that it documents. */
  readonly providerMessage?: string | undefined;
  readonly cause?: unknown;
}

/**
 * What a provider, or the way to it, did wrong. The message is one sentence for operators and clients: it names
 * the operation and what was found, never a credential, a raw body or a host.
 */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  readonly upstream: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly sent: 'no' | 'yes' | 'unknown';
  readonly rejectedField: string | undefined;
  readonly isForbidden: boolean;
  readonly providerMessage: string | undefined;

  constructor(upstream: string, kind: FailureKind, message: string, details: FailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ProviderFailure';
    this.kind = kind;
    this.upstream = upstream;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.sent = details.sent ?? 'unknown';
    this.rejectedField = details.rejectedField;
    this.isForbidden = details.isForbidden ?? false;
    this.providerMessage = details.providerMessage;
  }
}

/** A call that was not sent, for what earlier calls were answered: it says nothing new of its upstream. */
export class NotAskedFailure extends ProviderFailure {}
