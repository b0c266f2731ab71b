import type { Asking } from '../transport/exchange.js';
import type { Collation } from './collation.js';
import type { ContactFilterExtension } from './contact/extension.js';
import type { Sizes } from './cost/sizes.js';
import type { Failures } from './failures.js';
import type { Desk } from '../operations/desk.js';
import type { Loaders } from './loaders.js';
import type { MediaVerb } from './media/media.js';
import type { Glue } from './person/cluster.js';
import type { Contact } from './contact/contact.js';
import type { CountryCode } from './phone.js';
import type { Proofs } from './proof/proofs.js';
import type { Opened, Provider } from './provider.js';
import type { UpstreamValue } from './upstream/upstream.js';

/** A configured upstream, open for calls. */
export interface OpenUpstream extends Opened {
  readonly name: string;
  readonly value: UpstreamValue;
  readonly provider: Provider;
  readonly defaultCountry: CountryCode | undefined;
  readonly timeoutMs: number;
  /** How its server compares, as far as offers assume it. */
  readonly proofs: Proofs;
  /** Requests to it that one operation may be planned to make. */
  readonly budget: number;
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
  readonly glue: Glue<Contact>;
  readonly failures: Failures;
  /** How long lists are, for plans. */
  readonly sizes: Sizes;
  readonly asking: Asking;
  /** Where every write goes through. */
  readonly desk: Desk;
  /** Forgets what was read: a write may have changed it. */
  readonly forget: (this: Context) => void;
  /** What the answer tells beside its data. */
  readonly notes: { replayed: boolean };
  /** A signed URL for one verb on the file of the thing with this id. */
  readonly mediaUrl: (verb: MediaVerb, id: string) => { readonly url: string; readonly expiresAt: Date };
}
