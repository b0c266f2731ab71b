import type { CallOptions } from '../../transport/exchange.js';
import type { Collation } from '../values/collation.js';
import type { ContactFilterExtension } from '../contact/extension.js';
import type { ListSizes } from '../cost/list-sizes.js';
import type { FailureCollector } from './failures.js';
import type { WriteExecutor } from '../../operations/write-executor.js';
import type { Loaders } from './loaders.js';
import type { MediaVerb } from '../media/backend.js';
import type { LinkageRules } from '../person/clusters.js';
import type { Contact } from '../contact/types.js';
import type { CountryCode } from '../values/phone.js';
import type { ComparisonProofs } from '../proof/proofs.js';
import type { OpenProvider, Provider } from '../ports/provider.js';
import type { UpstreamValue } from '../upstream/types.js';

/** A configured upstream, open for calls. */
export interface OpenUpstream extends OpenProvider {
  readonly name: string;
  readonly value: UpstreamValue;
  readonly provider: Provider;
  readonly defaultCountry: CountryCode | undefined;
  readonly timeoutMs: number;
  /** How its server compares, as far as offers assume it. */
  readonly proofs: ComparisonProofs;
  /** Requests to it that one operation may be planned to make. */
  readonly requestBudget: number;
}

/** What a resolver may reach; made anew for each request. */
export interface Context {
  /** In the order of the config. */
  readonly upstreams: readonly OpenUpstream[];
  readonly contactFilters: readonly ContactFilterExtension[];
  /** How lists are ordered. */
  readonly collation: Collation;
  /** Made anew by `forget`: take it from the context where it is used. */
  readonly loaders: Loaders;
  /** What makes contacts one person. */
  readonly linkageRules: LinkageRules<Contact>;
  readonly failures: FailureCollector;
  /** How long lists are, for plans. */
  readonly sizes: ListSizes;
  readonly callOptions: CallOptions;
  /** Where every write goes through. */
  readonly writeExecutor: WriteExecutor;
  /** Forgets what was read: a write may have changed it. */
  readonly resetLoaders: (this: Context) => void;
  /** What the answer tells beside its data. */
  readonly notes: { replayed: boolean };
  /** A signed URL for one verb on the file of the thing with this id. */
  readonly mediaUrl: (verb: MediaVerb, id: string) => { readonly url: string; readonly expiresAt: Date };
}
