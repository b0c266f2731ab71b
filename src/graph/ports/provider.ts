import type { ZodType } from 'zod';

import type { ReconcileContext, ReconcileVerdict } from '../../operations/intent.js';
import type { RecoveryHint } from '../../operations/record.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { Interceptor } from '../../transport/exchange.js';
import type { Connection } from '../../transport/stack.js';
import type { AccountBackend } from '../account/backend.js';
import type { CampaignBackend } from '../campaign/backend.js';
import type { ContactBackend } from '../contact/backend.js';
import type { ContactFilterExtension, ContactInputMembers } from '../contact/extension.js';
import type { FieldCosts } from './field-costs.js';
import type { ProviderCosts } from './costs.js';
import type { Gateway } from '../gateway/types.js';
import type { GroupBackend } from '../group/backend.js';
import type { ItemBackend, ListBackend } from './list-backend.js';
import type { MediaBackend } from '../media/backend.js';
import type { MessageBackend } from '../message/backend.js';
import type { CountryCode } from '../values/phone.js';
import type { ProgramBackend } from '../program/backend.js';
import type { StatisticsBackend } from '../statistics/types.js';
import type { TransmissionBackend } from '../transmission/backend.js';
import type { TransmissionAttempt } from '../transmission/types.js';
import type { UserBackend } from '../user/backend.js';
import type { UpstreamValue } from '../upstream/types.js';

/**
 * The nouns of the graph and what each asks of a provider. A provider that has something of its own to ask adds a key
 * by module augmentation, in its own folder.
 */
export interface Backends {
  readonly contact: ContactBackend;
  readonly group: GroupBackend;
  readonly gateway: ListBackend<Gateway>;
  readonly campaign: CampaignBackend;
  readonly transmission: TransmissionBackend;
  readonly attempt: ItemBackend<TransmissionAttempt>;
  readonly program: ProgramBackend;
  readonly message: MessageBackend;
  readonly account: AccountBackend;
  readonly user: UserBackend;
  readonly statistics: StatisticsBackend;
  /** Files behind signed URLs. */
  readonly media: MediaBackend;
}

/** The nouns that `node(id:)` finds, each with the name of its type. */
export const NOUNS = {
  contact: 'Contact',
  group: 'Group',
  gateway: 'Gateway',
  campaign: 'Campaign',
  transmission: 'Transmission',
  attempt: 'TransmissionAttempt',
  program: 'Program',
  message: 'Message',
  account: 'Account',
  user: 'User',
} as const satisfies Partial<Record<keyof Backends, string>>;
export type Noun = keyof typeof NOUNS;
export const nouns = Object.keys(NOUNS) as readonly Noun[];

export function isNoun(noun: string): noun is Noun {
  return Object.hasOwn(NOUNS, noun);
}

/** What an upstream's plug gets to open it. */
export interface OpenOptions<Settings> {
  /** Goes on every row, as `upstream`. */
  readonly upstream: UpstreamValue;
  /** The upstream's config, read by the plug's own `settings`. */
  readonly settings: Settings;
  /** Path of the base URL without a slash at its end, e.g. `/api/2.0`. */
  readonly basePath: string;
  readonly defaultCountry: CountryCode | undefined;
  /** Opens the way there: the plug says how to sign and what must never be told, the transport decides all the rest. */
  readonly connect: (authorize: Interceptor, secrets?: readonly string[]) => Connection;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface OpenProvider {
  readonly connection: Connection;
  /** What it has: a noun that it has not is left out. */
  readonly backends: Partial<Backends>;
  /** What these backends ask of the provider, so that a query's cost is known before anything is sent. */
  readonly costs: ProviderCosts;
  /** One cheap read that needs the credentials; fails with a ProviderFailure. */
  readonly probe: (callOptions: CallOptions) => Promise<void>;
  /** Looks of its own at the outcome of a write, by the name in the trail that the write left. */
  readonly reconcilers?: Readonly<
    Record<string, (trail: RecoveryHint, looking: ReconcileContext) => Promise<ReconcileVerdict>>
  >;
}

/** A plug for the gateway's socket: all that is known of one provider. */
export interface Provider<Settings = unknown> {
  /** `hostway`: the word in the config, and in upper case the value of the enum. */
  readonly name: string;
  /** `Hostway`: what people read. */
  readonly title: string;
  /** What it is and what this gateway does with it, in a sentence: the description of its value of the enum. */
  readonly description: string;
  /** Checks and reads what an upstream's config holds beyond the common keys. */
  readonly settings: ZodType<Settings>;
  /** GraphQL types that only this provider has. */
  readonly types: ReadonlyArray<abstract new () => object>;
  /** Resolver classes for fields and queries of its own. */
  readonly resolvers?: ReadonlyArray<new () => object>;
  /** Mutations of its own, in its `resolvers`: every upstream of it supports them. */
  readonly mutations?: readonly string[];
  readonly contactFilter?: ContactFilterExtension;
  /** Members that it adds to the inputs of createContact and updateContact. */
  readonly contactInputs?: ContactInputMembers;
  /** What fields that only this provider has cost, by coordinate, e.g. `IctCoreContact.address`. */
  readonly fieldCosts?: FieldCosts;
  readonly open: (options: OpenOptions<Settings>) => OpenProvider;
}

/** Forgets the type of a plug's settings, so that plugs of all providers fit one list. */
export function defineProvider<Settings>(provider: Provider<Settings>): Provider {
  return {
    ...provider,
    open: (opening) => provider.open({ ...opening, settings: provider.settings.parse(opening.settings) }),
  };
}
