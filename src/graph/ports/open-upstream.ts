import type { ReconcileContext, ReconcileVerdict } from '../../operations/intent.js';
import type { RecoveryHint } from '../../operations/record.js';
import type { UpstreamCredential } from '../../transport/upstream-credential.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { UpstreamConnection } from '../../transport/stack.js';
import type { ListSizes } from './list-sizes.js';
import type { ProviderCosts } from './costs.js';
import type { Backends } from './backends.js';
import type { CountryCode } from '../values/phone.js';
import type { ContactFilterExtension, ContactInputMembers } from './contact-extension.js';
import type { UpstreamValue } from './upstream-value.js';
import type { ComparisonProofs } from './proofs.js';

/** What is known of a provider before any account at it is opened. */
export interface ProviderTraits {
  /** `hostway`: the word in the config, and in upper case the value of the enum. */
  readonly name: string;
  /** `Hostway`: what people read. */
  readonly title: string;
  /** GraphQL types that only this provider has. */
  readonly types: ReadonlyArray<abstract new () => object>;
  readonly contactFilter?: ContactFilterExtension;
  /** Members that it adds to the inputs of createContact and updateContact. */
  readonly contactInputs?: ContactInputMembers;
}

/** An account at a provider, as its `open` gives it. */
export interface OpenProvider {
  readonly connection: UpstreamConnection;
  /** What it has: a noun that it has not is left out. */
  readonly backends: Partial<Backends>;
  /** What these backends ask of the provider, so that a query's cost is known before anything is sent. */
  readonly costs: ProviderCosts;
  /** One cheap read that needs the credentials; fails with a ProviderFailure. */
  readonly probe: (callOptions: CallOptions) => Promise<void>;
  /** The provider's own reconcilers of a write, by the name in its recovery hint. */
  readonly reconcilers?: Readonly<
    Record<string, (hint: RecoveryHint, looking: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

/** The accounts that callers have at one upstream. */
export interface CallerAccounts {
  /** The header that their credentials are in. */
  readonly header: string;
  /** The upstream as whoever has this credential sees it. */
  readonly open: (credential: UpstreamCredential) => CallerUpstream;
}

/** An upstream open for one caller. */
export interface CallerUpstream extends OpenUpstream {
  /** How long its lists are: no other caller's plans tell. */
  readonly sizes: ListSizes;
}

/** A configured upstream, open for calls. */
export interface OpenUpstream extends OpenProvider {
  readonly name: string;
  readonly value: UpstreamValue;
  readonly provider: ProviderTraits;
  readonly defaultCountry: CountryCode | undefined;
  readonly timeoutMs: number;
  /** How its server compares, as far as offers assume it. */
  readonly proofs: ComparisonProofs;
  /** Requests to it that one operation may be planned to make. */
  readonly requestBudget: number;
  /** Present where callers bring their own credentials; what stands here then refuses every call. */
  readonly callerAccounts?: CallerAccounts | undefined;
}
