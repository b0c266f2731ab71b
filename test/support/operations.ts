// Made by `npm run codegen`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where one attempt stands. */
export type AttemptStatus =
  /** Delivered. */
  | 'COMPLETED'
  /** Not delivered; `response` says why. */
  | 'FAILED'
  /** Under way. */
  | 'INITIATED'
  /** A status that Trunkline does not know. */
  | 'UNKNOWN';

/** Where a campaign stands. */
export type CampaignStatus =
  /** Prepared: its transmissions are made (ICTCore: ready or active). */
  | 'ACTIVE'
  /** Every contact was tried. */
  | 'COMPLETED'
  /** It could not go on. */
  | 'FAILED'
  /** Created, not started yet. */
  | 'NEW'
  /** Stopped on the way; it can be started again. */
  | 'PAUSED'
  /** Its transmissions are being sent. */
  | 'RUNNING'
  /** Ended before every contact was tried. */
  | 'STOPPED'
  /** A status that Trunkline does not know. */
  | 'UNKNOWN';

/** A way to reach somebody. */
export type Channel =
  /** E-mail. */
  | 'EMAIL'
  /** Fax call. */
  | 'FAX'
  /** Instant message (HostTracker: GTalk, SkypeChat). */
  | 'IM'
  /** Text message to a phone. */
  | 'SMS'
  /** Phone call. */
  | 'VOICE';

/** HostTracker's answer to create, confirm and resend; null for the other providers. */
export type ContactStatus =
  /** The code was wrong. */
  | 'CODE_FAIL'
  /** A confirmation code was sent to the address: give it to `confirmContact`. */
  | 'CODE_SENT'
  /** A code was sent a short while ago; no other was sent. */
  | 'CODE_SENT_EARLIER'
  /** Confirmed: alerts go there. */
  | 'CONFIRMED'
  /** The account has too little credit to send the code by SMS. */
  | 'LOW_SMS_BALANCE'
  /** HostTracker failed to do it. */
  | 'OPERATION_ERROR'
  /** The account may not have more contacts of this kind. */
  | 'OVERLIMITED'
  /** An answer that its document does not name. */
  | 'UNKNOWN';

/** Which way a transmission goes. */
export type Direction =
  /** From the contact to us. */
  | 'INBOUND'
  /** From us to the contact. */
  | 'OUTBOUND'
  /** Neither, e.g. internal, or the provider does not tell. */
  | 'UNKNOWN';

/** Every error code of this API; schema/errors.md says what each means and who should act. */
export type ErrorCode =
  /** An argument is out of range or malformed. Nothing was sent. */
  | 'BAD_USER_INPUT'
  /** The operation asks for more than the limits or the budget of the config allow. Nothing was sent. */
  | 'BUDGET_EXCEEDED'
  /** The thing is in a state that forbids this. */
  | 'CONFLICT'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** A write with this key is being done right now: see `retryAfterMs`. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The key is older than what is kept of writes. Nothing was sent. */
  | 'IDEMPOTENCY_KEY_EXPIRED'
  /** The config demands an `idempotencyKey` here. Nothing was sent. */
  | 'IDEMPOTENCY_KEY_REQUIRED'
  /** The key was used before with other arguments. Nothing was sent. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A bug of this gateway; the message holds a request id for its log. */
  | 'INTERNAL'
  /** The thing to be changed is not there; queries answer null instead. */
  | 'NOT_FOUND'
  /** A write may or may not have happened; it is never sent again by itself. See `operation(id:)`. */
  | 'OUTCOME_UNKNOWN'
  /** The gateway is at its limit and refused early. */
  | 'OVERLOADED'
  /** The caller asks too often. */
  | 'RATE_LIMITED'
  /** The gateway is stopping and takes no new work. */
  | 'SHUTTING_DOWN'
  /** The caller did not say who they are, or not validly. */
  | 'UNAUTHENTICATED'
  /** The gateway can’t keep account of a write, as its store failed. Nothing was sent; reads go on. */
  | 'UNAVAILABLE'
  /** The provider has no such operation. */
  | 'UNSUPPORTED'
  /** The upstream did not accept the credentials of the config, or they lack a right. */
  | 'UPSTREAM_AUTH'
  /** Too many calls to this upstream wait already, so that this one was not sent. */
  | 'UPSTREAM_OVERLOADED'
  /** The upstream answered something that its documents do not describe. */
  | 'UPSTREAM_PROTOCOL'
  /** The upstream asks for a pause: see `retryAfterMs`. */
  | 'UPSTREAM_RATE_LIMITED'
  /** The upstream understood and said no. */
  | 'UPSTREAM_REJECTED'
  /** The upstream did not answer in time. Asking again may help. */
  | 'UPSTREAM_TIMEOUT'
  /** No connection to the upstream, or it answered 5xx. Asking again later may help. */
  | 'UPSTREAM_UNAVAILABLE';

/** Where a write stands. */
export type OperationState =
  /** It is on its way to the provider. */
  | 'DISPATCHED'
  /** Proved not to have happened; the same key may be used again. */
  | 'NOT_SENT'
  /** The provider said no. */
  | 'REJECTED'
  /** Its idempotency key is taken; nothing has left the gateway. */
  | 'RESERVED'
  /** The provider did it. */
  | 'SUCCEEDED'
  /** It may or may not have happened; never sent again. See `resolveOperation`. */
  | 'UNKNOWN';

/** A kind of provider that Trunkline speaks to. */
export type Provider =
  /** CloudSigma, a cloud of servers: the contacts that it notifies, and of what. */
  | 'CLOUDSIGMA'
  /** HostTracker, which watches websites: the contacts that get its alerts by e-mail, text message, messenger or call. */
  | 'HOSTTRACKER'
  /** Hostway, a host of mail: the contacts in the address books of mail domains. */
  | 'HOSTWAY'
  /** ICTCore, an installation that sends and receives calls, faxes, text messages and e-mails: contacts, groups, programs, campaigns and transmissions. */
  | 'ICTCORE'
  /** SerwerSMS, which sends text messages: contacts and their groups. */
  | 'SERWERSMS';

/** How the state of a write was learnt after its own call. */
export type SettledBy =
  /** The gateway looked at the provider. */
  | 'LOOK'
  /** Somebody said so, with `resolveOperation`. */
  | 'PERSON'
  /** The process that sent it had gone. */
  | 'RESTART';

/** Where a transmission stands. */
export type TransmissionStatus =
  /** Arrived. */
  | 'COMPLETED'
  /** Did not arrive, or must not be called; `response` says why. It can be retried. */
  | 'FAILED'
  /** Can never be sent. */
  | 'INVALID'
  /** Waits to be sent, or to be sent again. */
  | 'PENDING'
  /** Is being sent, or was refused as it was to be sent and is stuck; `attempts` tell. */
  | 'PROCESSING'
  /** A status that Trunkline does not know. */
  | 'UNKNOWN';

/** What recent calls tell of an upstream. */
export type UpstreamState =
  /** Some of its recent calls failed. */
  | 'DEGRADED'
  /** Its latest calls all failed. */
  | 'DOWN'
  /** It has not been called yet. */
  | 'UNKNOWN'
  /** Its recent calls succeeded. */
  | 'UP';

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly status: CampaignStatus, readonly progress: number | null, readonly group:
        | { readonly name: string }
        | { readonly name: string }
       | null, readonly program:
        | { readonly __typename: 'EmailToFaxProgram', readonly name: string }
        | { readonly __typename: 'FaxToEmailProgram', readonly name: string }
        | { readonly __typename: 'ReceiveEmailProgram', readonly name: string }
        | { readonly __typename: 'ReceiveFaxProgram', readonly name: string }
        | { readonly __typename: 'ReceiveSmsProgram', readonly name: string }
        | { readonly __typename: 'SendEmailProgram', readonly name: string }
        | { readonly __typename: 'SendFaxProgram', readonly name: string }
        | { readonly __typename: 'SendSmsProgram', readonly name: string }
        | { readonly __typename: 'UnknownProgram', readonly name: string }
        | { readonly __typename: 'VoiceMessageProgram', readonly name: string }
        | { readonly __typename: 'VoiceTtsProgram', readonly name: string }
       | null }> } };

export type ContactsByEmailQueryVariables = Exact<{
  email?: string | null | undefined;
}>;


export type ContactsByEmailQuery = { readonly contacts: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'CloudSigmaContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerEmailContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerImContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerSmsContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerVoiceContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostwayContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'IctCoreContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'SerwerSmsContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
    >, readonly sources: ReadonlyArray<{ readonly requests: number, readonly fetched: number, readonly matched: number, readonly pushedDown: ReadonlyArray<string>, readonly residual: ReadonlyArray<string>, readonly upstream: { readonly name: string } }> } };

export type ContactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ContactsQuery = { readonly contacts: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'CloudSigmaContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerEmailContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerImContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerSmsContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerVoiceContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostwayContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'IctCoreContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'SerwerSmsContact', readonly id: string, readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly upstream: { readonly name: string } }
    >, readonly sources: ReadonlyArray<{ readonly ok: boolean, readonly fetched: number, readonly upstream: { readonly name: string }, readonly error: { readonly code: ErrorCode, readonly message: string } | null }> } };

export type CreateContactMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateContactMutation = { readonly createContact: { readonly status: ContactStatus | null, readonly contact:
      | { readonly displayName: string }
      | { readonly confirmed: boolean | null, readonly displayName: string, readonly activePeriod: { readonly start: string, readonly end: string } | null }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type GatewaysQueryVariables = Exact<{ [key: string]: never; }>;


export type GatewaysQuery = { readonly gateways: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'HostTrackerGateway', readonly name: string, readonly channels: ReadonlyArray<Channel> }
      | { readonly __typename: 'IctCoreTrunk', readonly host: string | null, readonly active: boolean | null, readonly name: string, readonly channels: ReadonlyArray<Channel> }
    > }, readonly hostTrackerOptions: { readonly contactTypes: ReadonlyArray<string>, readonly alertDelaysMinutes: ReadonlyArray<number>, readonly smsGateways: ReadonlyArray<string>, readonly imGateways: ReadonlyArray<string> } };

export type GroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupsQuery = { readonly groups: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'IctCoreGroup', readonly name: string, readonly contactCount: number | null, readonly contacts: { readonly nodes: ReadonlyArray<
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
          > } }
      | { readonly __typename: 'SerwerSmsGroup', readonly name: string, readonly contactCount: number | null, readonly contacts: { readonly nodes: ReadonlyArray<
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
            | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
          > } }
    >, readonly sources: ReadonlyArray<{ readonly ok: boolean, readonly requests: number, readonly upstream: { readonly name: string } }> } };

export type OperationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationsQuery = { readonly operations: { readonly nodes: ReadonlyArray<{ readonly mutation: string, readonly upstreamName: string, readonly state: OperationState, readonly idempotencyKey: string | null, readonly settlements: ReadonlyArray<{ readonly state: OperationState, readonly by: SettledBy }> }> } };

export type OutageQueryVariables = Exact<{ [key: string]: never; }>;


export type OutageQuery = { readonly contacts: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly displayName: string, readonly upstream: { readonly name: string } }
    >, readonly sources: ReadonlyArray<{ readonly ok: boolean, readonly upstream: { readonly name: string, readonly state: UpstreamState }, readonly error: { readonly code: ErrorCode, readonly message: string, readonly retryable: boolean } | null }> } };

export type PersonQueryVariables = Exact<{
  phone?: string | null | undefined;
}>;


export type PersonQuery = { readonly person: { readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly contacts: ReadonlyArray<
      | { readonly __typename: 'CloudSigmaContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerEmailContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerImContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerSmsContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostTrackerVoiceContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'HostwayContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'IctCoreContact', readonly displayName: string, readonly upstream: { readonly name: string } }
      | { readonly __typename: 'SerwerSmsContact', readonly displayName: string, readonly upstream: { readonly name: string } }
    > } | null };

export type SendTransmissionMutationVariables = Exact<{ [key: string]: never; }>;


export type SendTransmissionMutation = { readonly sendTransmission: { readonly transmission: { readonly title: string | null, readonly status: TransmissionStatus, readonly contact:
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
       | null } | null, readonly attempt: { readonly status: AttemptStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string }> } };

export type TransmissionsQueryVariables = Exact<{ [key: string]: never; }>;


export type TransmissionsQuery = { readonly transmissions: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly direction: Direction, readonly status: TransmissionStatus, readonly response: string | null, readonly contact:
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
        | { readonly displayName: string, readonly phones: ReadonlyArray<string> }
       | null, readonly account: { readonly username: string | null } | null, readonly program:
        | { readonly __typename: 'EmailToFaxProgram', readonly name: string }
        | { readonly __typename: 'FaxToEmailProgram', readonly name: string }
        | { readonly __typename: 'ReceiveEmailProgram', readonly name: string }
        | { readonly __typename: 'ReceiveFaxProgram', readonly name: string }
        | { readonly __typename: 'ReceiveSmsProgram', readonly name: string }
        | { readonly __typename: 'SendEmailProgram', readonly name: string }
        | { readonly __typename: 'SendFaxProgram', readonly name: string }
        | { readonly __typename: 'SendSmsProgram', readonly name: string }
        | { readonly __typename: 'UnknownProgram', readonly name: string }
        | { readonly __typename: 'VoiceMessageProgram', readonly name: string }
        | { readonly __typename: 'VoiceTtsProgram', readonly name: string }
       | null, readonly attempts: ReadonlyArray<{ readonly status: AttemptStatus, readonly results: ReadonlyArray<{ readonly name: string, readonly data: string | null }> }> }> } };

export type UpstreamsQueryVariables = Exact<{ [key: string]: never; }>;


export type UpstreamsQuery = { readonly upstreams: ReadonlyArray<{ readonly name: string, readonly provider: Provider, readonly state: UpstreamState, readonly capabilities: { readonly entities: ReadonlyArray<string>, readonly contactFilters: ReadonlyArray<string>, readonly writes: ReadonlyArray<string> } }> };


export const CampaignsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Campaigns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaigns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CampaignsQuery, CampaignsQueryVariables>;
export const ContactsByEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ContactsByEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"anna.kowalska@example.com","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"fetched"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"pushedDown"}},{"kind":"Field","name":{"kind":"Name","value":"residual"}}]}}]}}]}}]} as unknown as DocumentNode<ContactsByEmailQuery, ContactsByEmailQueryVariables>;
export const ContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DISPLAY_NAME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"fetched"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ContactsQuery, ContactsQueryVariables>;
export const CreateContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hostTrackerEmail"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"address"},"value":{"kind":"StringValue","value":"nowy@example.com","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Nowy Dyżurny","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"alertDelayMinutes"},"value":{"kind":"IntValue","value":"5"}},{"kind":"ObjectField","name":{"kind":"Name","value":"activePeriod"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"start"},"value":{"kind":"StringValue","value":"08:00","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"end"},"value":{"kind":"StringValue","value":"16:00","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"activeDays"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MONDAY"},{"kind":"EnumValue","value":"TUESDAY"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"StringValue","value":"01988f2a-7c1e-4b1d-9a53-5d0f3c7b2e11","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HostTrackerEmailContact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"activePeriod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateContactMutation, CreateContactMutationVariables>;
export const GatewaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Gateways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gateways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"EnumValue","value":"SMS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IctCoreTrunk"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hostTrackerOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactTypes"}},{"kind":"Field","name":{"kind":"Name","value":"alertDelaysMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"smsGateways"}},{"kind":"Field","name":{"kind":"Name","value":"imGateways"}}]}}]}}]} as unknown as DocumentNode<GatewaysQuery, GatewaysQueryVariables>;
export const GroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contactCount"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"requests"}}]}}]}}]}}]} as unknown as DocumentNode<GroupsQuery, GroupsQueryVariables>;
export const OperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OperationsQuery, OperationsQueryVariables>;
export const OutageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Outage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutageQuery, OutageQueryVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"phone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"500 111 222","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const SendTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTransmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjo4","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"StringValue","value":"5d0f3c7b-7c1e-4b1d-9a53-01988f2a2e11","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendTransmissionMutation, SendTransmissionMutationVariables>;
export const TransmissionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transmissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmissions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"FAILED"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TransmissionsQuery, TransmissionsQueryVariables>;
export const UpstreamsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Upstreams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstreams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entities"}},{"kind":"Field","name":{"kind":"Name","value":"contactFilters"}},{"kind":"Field","name":{"kind":"Name","value":"writes"}}]}}]}}]}}]} as unknown as DocumentNode<UpstreamsQuery, UpstreamsQueryVariables>;