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

/** A new account, extension, number (DID) or e-mail address (ICTCore). */
export type CreateAccountInput = {
  /** Whether it may be used. Left out or null: it may. */
  readonly active?: boolean | null | undefined;
  /** Postal address, at most 128 characters. Left out or null: none. */
  readonly address?: string | null | undefined;
  /** E-mail, at most 128 characters. Left out or null: none. */
  readonly email?: string | null | undefined;
  /** First name, at most 128 characters. Left out or null: none. */
  readonly firstName?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 128 characters. Left out or null: none. */
  readonly lastName?: string | null | undefined;
  /** The password to register or log in with, at most 128 characters. It is never told again. Left out or null: none. */
  readonly password?: string | null | undefined;
  /** The PIN to dial in with, at most 32 characters. It is never told again. Left out or null: none. */
  readonly passwordPin?: string | null | undefined;
  /** The number that it calls from or is reached at, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out. Left out or null: none. */
  readonly phone?: string | null | undefined;
  /** `account` (when left out), `extension`, `did` or `eaddress`; it can't be changed later. */
  readonly type?: string | null | undefined;
  /** Name of the upstream; may be left out where only one has accounts. */
  readonly upstream?: string | null | undefined;
  /** Its name, at most 64 characters; no other account of the same type may have it. */
  readonly username: string;
};

/** A new program that acts for an account. */
export type CreateAccountProgramInput = {
  /** An `id` of the account, of the same upstream. */
  readonly accountId: string | number;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** The program that it belongs to, of the same upstream; left out or null: none. */
  readonly parentId?: string | number | null | undefined;
  /** Name of the upstream; may be left out where only one has programs. What the program names must be of it. */
  readonly upstream?: string | null | undefined;
};

/** A new campaign. It waits to be started. */
export type CreateCampaignInput = {
  /** Through which account, of the same upstream; left out or null: the default account of our user there. */
  readonly accountId?: string | number | null | undefined;
  /** To whom: an `id` of a group of the same upstream. Its members are taken when the campaign starts. */
  readonly groupId: string | number;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is sent: an `id` of a program of the same upstream. */
  readonly programId: string | number;
  /** How many transmissions are begun a minute, 1 or more (ICTCore: cpm). Left out or null: 2, ICTCore's default. */
  readonly transmissionsPerMinute?: number | null | undefined;
  /** How often each contact may be tried, 1 or more. Left out or null: 1, ICTCore's default. */
  readonly triesAllowed?: number | null | undefined;
  /** Name of the upstream; may be left out where only one has campaigns. Program, group and account must be of it. */
  readonly upstream?: string | null | undefined;
};

/** Somebody whom CloudSigma is to notify; e-mails of all kinds of event are on at first. */
export type CreateCloudSigmaContactInput = {
  /** Where notifications are mailed to; several contacts may have the same. */
  readonly email: string;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it: a person or a team; not blank. */
  readonly name: string;
  /** Phone with its country code, e.g. `+48 500 111 222`; CloudSigma keeps it without blanks. Null or left out: none. */
  readonly phone?: string | null | undefined;
  /** Name of a CloudSigma account; may be left out when only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new contact, of exactly one kind: what each provider can hold differs. `upstream` may be left out where only one upstream of that provider is configured. */
export type CreateContactInput =
  {   /** A notification contact of a CloudSigma account. */
  readonly cloudSigma: CreateCloudSigmaContactInput; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never;   /** HostTracker: e-mail. With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was. */
  readonly hostTrackerEmail: CreateHostTrackerEmailContactInput; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never;   /** HostTracker: instant messages. With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was. */
  readonly hostTrackerIm: CreateHostTrackerGatewayContactInput; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never;   /** HostTracker: text messages. With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was. */
  readonly hostTrackerSms: CreateHostTrackerGatewayContactInput; readonly hostTrackerVoice?: never; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never;   /** HostTracker: phone calls. With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was. */
  readonly hostTrackerVoice: CreateHostTrackerVoiceContactInput; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never;   /** A contact in the address book of a Hostway mail domain. */
  readonly hostway: CreateHostwayContactInput; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never; readonly hostway?: never;   /** A contact of an ICTCore installation. */
  readonly ictCore: CreateIctCoreContactInput; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTrackerEmail?: never; readonly hostTrackerIm?: never; readonly hostTrackerSms?: never; readonly hostTrackerVoice?: never; readonly hostway?: never; readonly ictCore?: never;   /** A number in the address book of a SerwerSMS account. */
  readonly serwerSms: CreateSerwerSmsContactInput; };

/** A new document. Its pages are uploaded afterwards: see `createMediaUpload`. */
export type CreateDocumentInput = {
  /** What it is for. Left out, null or empty: nothing. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** Name of the upstream; may be left out where only one has messages. */
  readonly upstream?: string | null | undefined;
};

/** A new group. */
export type CreateGroupInput = {
  /** What it is for; SerwerSMS keeps none. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name; names need not be unique. */
  readonly name: string;
  /** Name of the upstream: an ICTCore installation or a SerwerSMS account. */
  readonly upstream: string;
};

/** A new address that gets alerts by e-mail. */
export type CreateHostTrackerEmailContactInput = {
  /** The days on which alerts are sent, at least one. Null: every day; left out of a change: kept. */
  readonly activeDays?: ReadonlyArray<Weekday> | null | undefined;
  /** The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept. */
  readonly activePeriod?: DailyPeriodInput | null | undefined;
  /** E-mail address; a confirmation code is sent there. */
  readonly address: string;
  /** Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null. */
  readonly alertDelayMinutes?: number | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it. Null: no name; left out of a change: kept. */
  readonly name?: string | null | undefined;
  /** How its e-mails are written: TEXT or SHORT_TEXT, no other is supported. Left out: as HostTracker does. */
  readonly reportFormat?: ReportFormat | null | undefined;
  /** Whether it is told of low balance and limits. */
  readonly sendBillingNotifications?: boolean | null | undefined;
  /** Whether it gets HostTracker's news. */
  readonly sendNews?: boolean | null | undefined;
  /** Whether it gets HostTracker's press releases. */
  readonly sendPressRelease?: boolean | null | undefined;
  /** Which alerts of which tasks it gets: a list like `[{ taskId: "…", alertTypes: ["Down"], reportTypes: [] }]`; it replaces what is there. Null or an empty list: none; left out of a change: kept. HostTracker documents their form nowhere: this is what published clients send. */
  readonly subscriptions?: unknown;
  /** Name of a HostTracker account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new address that gets alerts by text message or instant message. */
export type CreateHostTrackerGatewayContactInput = {
  /** The days on which alerts are sent, at least one. Null: every day; left out of a change: kept. */
  readonly activeDays?: ReadonlyArray<Weekday> | null | undefined;
  /** The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept. */
  readonly activePeriod?: DailyPeriodInput | null | undefined;
  /** Messenger name; for text messages: Phone number with its country, e.g. `+48 500 111 222`; it is sent in digits alone, and no country is put before it. */
  readonly address: string;
  /** Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null. */
  readonly alertDelayMinutes?: number | null | undefined;
  /** What sends its messages: a name of `hostTrackerOptions.smsGateways` or `imGateways`, in its capitals. */
  readonly gateway: string;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it. Null: no name; left out of a change: kept. */
  readonly name?: string | null | undefined;
  /** Which alerts of which tasks it gets: a list like `[{ taskId: "…", alertTypes: ["Down"], reportTypes: [] }]`; it replaces what is there. Null or an empty list: none; left out of a change: kept. HostTracker documents their form nowhere: this is what published clients send. */
  readonly subscriptions?: unknown;
  /** Name of a HostTracker account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new number that gets alerts by phone call; the gateway is always `twiliovoice`. */
export type CreateHostTrackerVoiceContactInput = {
  /** The days on which alerts are sent, at least one. Null: every day; left out of a change: kept. */
  readonly activeDays?: ReadonlyArray<Weekday> | null | undefined;
  /** The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept. */
  readonly activePeriod?: DailyPeriodInput | null | undefined;
  /** Phone number with its country, e.g. `+48 500 111 222`; it is sent in digits alone, and no country is put before it. */
  readonly address: string;
  /** Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null. */
  readonly alertDelayMinutes?: number | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it. Null: no name; left out of a change: kept. */
  readonly name?: string | null | undefined;
  /** Which alerts of which tasks it gets: a list like `[{ taskId: "…", alertTypes: ["Down"], reportTypes: [] }]`; it replaces what is there. Null or an empty list: none; left out of a change: kept. HostTracker documents their form nowhere: this is what published clients send. */
  readonly subscriptions?: unknown;
  /** Name of a HostTracker account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** Somebody new in the address book of a Hostway mail domain. It can't be deleted by its API. */
export type CreateHostwayContactInput = {
  /** Business fax, kept as it is typed. Null or left out: none. */
  readonly businessFax?: string | null | undefined;
  /** Business phone, kept as it is typed. Null or left out: none. */
  readonly businessPhone?: string | null | undefined;
  /** City. Null or left out: none. */
  readonly city?: string | null | undefined;
  /** Name of the company. Null or left out: none. */
  readonly company?: string | null | undefined;
  /** Country, in whatever form. Null or left out: none. */
  readonly country?: string | null | undefined;
  /** Name of the department. Null or left out: none. */
  readonly department?: string | null | undefined;
  /** What people read, e.g. `Anna Kowalska`; not blank. */
  readonly displayName: string;
  /** Mail domain whose address book it goes to; may be left out when the upstream has one domain. */
  readonly domain?: string | null | undefined;
  /** E-mail address; several contacts may have the same. */
  readonly email: string;
  /** First name. Null or left out: none. */
  readonly firstName?: string | null | undefined;
  /** Home phone, kept as it is typed. Null or left out: none. */
  readonly homePhone?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** ISDN number, kept as it is typed. Null or left out: none. */
  readonly isdnNumber?: string | null | undefined;
  /** Last name. Null or left out: none. */
  readonly lastName?: string | null | undefined;
  /** Mobile phone, kept as it is typed. Null or left out: none. */
  readonly mobilePhone?: string | null | undefined;
  /** Its key in the domain, e.g. `anna.kowalska`: it never changes, and a second one of that name is a CONFLICT. Any text that a URL can carry: without control characters and blanks at the ends, and no part between slashes empty, `.` or `..`. */
  readonly name: string;
  /** Pager, kept as it is typed. Null or left out: none. */
  readonly pager?: string | null | undefined;
  /** Postal code. Null or left out: none. */
  readonly postalCode?: string | null | undefined;
  /** Number of the room, e.g. `4/12`. Null or left out: none. */
  readonly roomNumber?: string | null | undefined;
  /** State or province. Null or left out: none. */
  readonly state?: string | null | undefined;
  /** Street with its number. Null or left out: none. */
  readonly streetAddress?: string | null | undefined;
  /** Telex number, kept as it is typed. Null or left out: none. */
  readonly telexNumber?: string | null | undefined;
  /** What the person is in the company, e.g. `Dyrektor`. Null or left out: none. */
  readonly title?: string | null | undefined;
  /** Name of a Hostway account; may be left out when only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new contact of an ICTCore installation, which itself would take anything: so the gateway checks. */
export type CreateIctCoreContactInput = {
  /** Postal address, at most 128 characters. Left out or null: none. */
  readonly address?: string | null | undefined;
  /** Free text of your own, at most 128 characters. Left out or null: none. */
  readonly custom1?: string | null | undefined;
  /** Free text of your own, at most 128 characters. Left out or null: none. */
  readonly custom2?: string | null | undefined;
  /** Free text of your own, at most 128 characters. Left out or null: none. */
  readonly custom3?: string | null | undefined;
  /** A note, at most 255 characters. Left out or null: none. */
  readonly description?: string | null | undefined;
  /** One e-mail address, at most 64 characters. Left out or null: none. */
  readonly email?: string | null | undefined;
  /** First name, at most 64 characters, not blank. */
  readonly firstName: string;
  /** Groups of the same upstream to put it into, at most 100: one more request for each. Where one can not be joined the contact stays, and a user error names the group. Left out, null or empty: none. */
  readonly groupIds?: ReadonlyArray<string | number> | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 64 characters. Left out or null: none. */
  readonly lastName?: string | null | undefined;
  /** The number to dial, at most 32 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out, as a switch can not dial them. */
  readonly phone: string;
  /** Name of the upstream; may be left out where only one ICTCore installation is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new program that sends a message. */
export type CreateMessageProgramInput = {
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** An `id` of a message of the same upstream: of a template for `sendEmail`, a document for `sendFax`, a text for `sendSms`, a recording for `voiceMessage`. */
  readonly messageId: string | number;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** The program that it belongs to, of the same upstream; left out or null: none. */
  readonly parentId?: string | number | null | undefined;
  /** Name of the upstream; may be left out where only one has programs. What the program names must be of it. */
  readonly upstream?: string | null | undefined;
};

/** A new program, of exactly one type; it can’t be changed later. */
export type CreateProgramInput =
  {   /** Faxes what comes by e-mail to the account. */
  readonly emailToFax: CreateAccountProgramInput; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never;   /** Mails what comes by fax to the account. */
  readonly faxToEmail: CreateAccountProgramInput; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never;   /** Takes e-mails for the account. */
  readonly receiveEmail: CreateAccountProgramInput; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never;   /** Takes faxes for the account. */
  readonly receiveFax: CreateAccountProgramInput; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never;   /** Takes SMS for the account. */
  readonly receiveSms: CreateAccountProgramInput; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never;   /** Sends a template as e-mail. */
  readonly sendEmail: CreateMessageProgramInput; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never;   /** Faxes a document. */
  readonly sendFax: CreateMessageProgramInput; readonly sendSms?: never; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never;   /** Sends a text as SMS. */
  readonly sendSms: CreateMessageProgramInput; readonly voiceMessage?: never; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never;   /** Calls and plays a recording. */
  readonly voiceMessage: CreateMessageProgramInput; readonly voiceTts?: never; }
  |  { readonly emailToFax?: never; readonly faxToEmail?: never; readonly receiveEmail?: never; readonly receiveFax?: never; readonly receiveSms?: never; readonly sendEmail?: never; readonly sendFax?: never; readonly sendSms?: never; readonly voiceMessage?: never;   /** Calls and reads a text aloud. */
  readonly voiceTts: CreateVoiceTtsProgramInput; };

/** A new recording. Its sound is uploaded afterwards: see `createMediaUpload`. */
export type CreateRecordingInput = {
  /** What it is for. Left out, null or empty: nothing. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** Name of the upstream; may be left out where only one has messages. */
  readonly upstream?: string | null | undefined;
};

/** A new contact of a SerwerSMS account. */
export type CreateSerwerSmsContactInput = {
  /** Street and house, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly address?: string | null | undefined;
  /** Town, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly city?: string | null | undefined;
  /** Where the person works, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly company?: string | null | undefined;
  /** A note on the contact, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly description?: string | null | undefined;
  /** E-mail address, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly email?: string | null | undefined;
  /** First name, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly firstName?: string | null | undefined;
  /** Ids of groups of this account. SerwerSMS keeps one contact for each: of several, the payload holds the first. Null, empty or left out: in no group. */
  readonly groupIds?: ReadonlyArray<string | number> | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly lastName?: string | null | undefined;
  /** With its plus and country, e.g. `+48 500 600 700`; a Polish number may lack them, and a national one of the upstream’s `defaultCountry` that begins with its 0. */
  readonly phone: string;
  /** Tax number (NIP), at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly taxId?: string | null | undefined;
  /** Name of a SerwerSMS account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** A new template of an e-mail. An attachment is uploaded afterwards: see `createMediaUpload`. */
export type CreateTemplateInput = {
  /** The e-mail as HTML, not blank; may hold tokens. */
  readonly body: string;
  /** The e-mail as plain text, for who reads no HTML. Left out, null or empty: none. */
  readonly bodyAlt?: string | null | undefined;
  /** What it is for. Left out, null or empty: nothing. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** Subject of the e-mail, not blank; may hold tokens such as [contact:first_name]. */
  readonly subject: string;
  /** Name of the upstream; may be left out where only one has messages. */
  readonly upstream?: string | null | undefined;
};

/** A new text, to be sent as SMS. */
export type CreateTextInput = {
  /** The text that is sent, not blank; may hold tokens such as [contact:first_name]. */
  readonly data: string;
  /** What it is for. Left out, null or empty: nothing. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** Its character set, e.g. UTF-8; the guide of ICTCore calls them unicode, plain or binary. Left out or null: UTF-8. */
  readonly type?: string | null | undefined;
  /** Name of the upstream; may be left out where only one has messages. */
  readonly upstream?: string | null | undefined;
};

/** A new transmission. It waits to be sent. */
export type CreateTransmissionInput = {
  /** Through which account, of the same upstream; left out or null: the default account of our user there. */
  readonly accountId?: string | number | null | undefined;
  /** How it is carried: VOICE, FAX, SMS or EMAIL. Left out or null: as its program sends; another channel than that is BAD_USER_INPUT. */
  readonly channel?: Channel | null | undefined;
  /** To whom: an `id` of a contact of the same upstream. */
  readonly contactId: string | number;
  /** OUTBOUND or INBOUND; left out or null: OUTBOUND. */
  readonly direction?: Direction | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What creates it, in your own words; left out, null or empty: the type of the program. */
  readonly origin?: string | null | undefined;
  /** What is sent: an `id` of a program of the same upstream. */
  readonly programId: string | number;
  /** Its title; left out, null or empty: the name of the program. */
  readonly title?: string | null | undefined;
  /** How often it may be tried, 1 or more; left out or null: once. */
  readonly triesAllowed?: number | null | undefined;
  /** Name of the upstream; may be left out where only one has transmissions. Program, contact and account must be of it. */
  readonly upstream?: string | null | undefined;
};

/** A new trunk of an ICTCore installation, there called a provider. */
export type CreateTrunkInput = {
  /** Whether it may be used. Left out or null: yes. */
  readonly active?: boolean | null | undefined;
  /** Dial string of the switch, at most 255 characters. Left out or null: none. */
  readonly dialString?: string | null | undefined;
  /** Which switch drives it: Kannel 2, Sendmail 4, FreeSWITCH 8. Release 1.2 keeps none. Left out or null: none. */
  readonly gatewayFlag?: number | null | undefined;
  /** Name or address of the terminating server, at most 128 characters. Left out or null: none. */
  readonly host?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, at most 128 characters, not blank; names need not be unique. */
  readonly name: string;
  /** Number of the node that uses it, from 0. Left out or null: what the server takes for it. */
  readonly nodeId?: number | null | undefined;
  /** Password at the terminating server, at most 128 characters. It is never told again. Left out or null: none. */
  readonly password?: string | null | undefined;
  /** Port of the terminating server, 1 to 65535. Left out or null: what the server takes for it, usually 5060. */
  readonly port?: number | null | undefined;
  /** Digits, * and # dialled before every number, at most 32 characters. With `|` it exchanges one beginning of a number for another, as in `0|48`, and commas part several; releases differ in which side is removed. Left out or null: none. */
  readonly prefix?: string | null | undefined;
  /** Whether ICTCore registers there. Left out or null: no. */
  readonly register?: boolean | null | undefined;
  /** Sum of what it carries: voice 1, fax 2, SMS 4, e-mail 8, video 16. Left out or null: what the server takes for it. */
  readonly serviceFlag?: number | null | undefined;
  /** More configuration, in the words of its type, at most 10000 characters. Left out or null: none. */
  readonly settings?: string | null | undefined;
  /** `sip`, `smpp`, `http`, `smtp` or `emailcmd`. Left out or null: of no type, and so of no use to a switch. */
  readonly type?: string | null | undefined;
  /** Name of the upstream; may be left out where only one ICTCore installation is configured. */
  readonly upstream?: string | null | undefined;
  /** User name at the terminating server, at most 128 characters, not blank. */
  readonly username: string;
  /** Trunks of less weight are used more often; from 0. Left out or null: 0. */
  readonly weight?: number | null | undefined;
};

/** Somebody new who may log in at the provider (ICTCore). */
export type CreateUserInput = {
  /** Whether the user may log in. Left out or null: yes. */
  readonly active?: boolean | null | undefined;
  /** Postal address, at most 128 characters. Left out or null: none. */
  readonly address?: string | null | undefined;
  /** Company, at most 128 characters. Left out or null: none. */
  readonly company?: string | null | undefined;
  /** Number of a country in the provider's own table. Left out or null: none. */
  readonly countryId?: number | null | undefined;
  /** E-mail, at most 128 characters; no other user may have it. Left out or null: none. */
  readonly email?: string | null | undefined;
  /** First name, at most 128 characters. Left out or null: none. */
  readonly firstName?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 128 characters. Left out or null: none. */
  readonly lastName?: string | null | undefined;
  /** The password to log in with, at most 128 characters. It is never told again. */
  readonly password: string;
  /** Phone, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out. Left out or null: none. */
  readonly phone?: string | null | undefined;
  /** Number of a time zone in the provider's own table. Left out or null: none. */
  readonly timezoneId?: number | null | undefined;
  /** Name of the upstream; may be left out where only one has users. */
  readonly upstream?: string | null | undefined;
  /** The name to log in with, at most 64 characters; no other user may have it. */
  readonly username: string;
};

/** A new program that calls and reads a text aloud. */
export type CreateVoiceTtsProgramInput = {
  /** The text, not blank. A number alone must be one that is written back the same way, as ICTCore stores it as a number. */
  readonly data: string;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. */
  readonly name: string;
  /** The program that it belongs to, of the same upstream; left out or null: none. */
  readonly parentId?: string | number | null | undefined;
  /** Name of the upstream; may be left out where only one has programs. What the program names must be of it. */
  readonly upstream?: string | null | undefined;
};

/** The same hours of each day; a start that is later than the end crosses midnight. */
export type DailyPeriodInput = {
  /** When it ends; must differ from the start. */
  readonly end: string;
  /** When it begins. */
  readonly start: string;
};

/** Which contacts of a HostTracker account are deleted, and how many those are. */
export type DeleteHostTrackerContactsInput = {
  /** How many contacts match now, e.g. by `contacts`; with any other number nothing is deleted. */
  readonly expectedCount: number;
  /** Which contacts are deleted: at least one condition. What HostTracker can hold of it by itself is one call; else those that match are read first and deleted by their ids, at most 1000, in calls of as many as a query holds. */
  readonly filter: HostTrackerContactFilter;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name of a HostTracker account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

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
  /** The operation asks for more, or its answer would hold more, than the limits or the budget of the config allow. */
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
  /** The store of operations failed, so that no account of a write can be kept or read. Nothing was sent; other reads go on. */
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

/** Contacts of HostTracker accounts only, by what only they have. All parts must hold. */
export type HostTrackerContactFilter = {
  /** Accept billing notifications, or do not; contacts without that setting do not. */
  readonly acceptsBillingNotifications?: boolean | null | undefined;
  /** Have one of these addresses as HostTracker holds them, without case; phones there have no plus. */
  readonly addresses?: ReadonlyArray<string> | null | undefined;
  /** Are confirmed, or are not. */
  readonly confirmed?: boolean | null | undefined;
  /** Are reached in one of these ways. */
  readonly contactTypes?: ReadonlyArray<Channel> | null | undefined;
  /** Have none of these addresses. */
  readonly excludeAddresses?: ReadonlyArray<string> | null | undefined;
  /** Are reached in none of these ways. */
  readonly excludeContactTypes?: ReadonlyArray<Channel> | null | undefined;
  /** Have none of these `upstreamId`s. */
  readonly excludeUpstreamIds?: ReadonlyArray<string> | null | undefined;
  /** Are over a limit of their billing, or are not. */
  readonly overlimited?: boolean | null | undefined;
  /** Have one of these `upstreamId`s. */
  readonly upstreamIds?: ReadonlyArray<string> | null | undefined;
};

/** One preference: whether one contact is told of one kind of event. */
export type NotificationPreferenceInput = {
  /** An `id` of a contact of the same CloudSigma account. */
  readonly contactId: string | number;
  /** Whether it is sent from now on. */
  readonly enabled: boolean;
  /** How it is told: `email`, as `notificationPreferences` has it. */
  readonly medium: string;
  /** Of what, in CloudSigma's words, e.g. `out_of_money_soon`: see `notificationPreferences`. */
  readonly type: string;
};

/** What a person found out about a write of unknown outcome. */
export type OperationResolution =
  /** It was not done: its key may be used again, and then it is sent. */
  | 'NOT_SENT'
  /** It was done: its key answers so from now on. */
  | 'SENT';

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

/** How HostTracker writes its e-mails. */
export type ReportFormat =
  /** Announced by HostTracker, not supported when its document was written. */
  | 'HTML'
  /** Announced by HostTracker for reports, not supported when its document was written. */
  | 'PDF'
  /** Plain text, in few words. */
  | 'SHORT_TEXT'
  /** Plain text. */
  | 'TEXT'
  /** A format that HostTracker has added since. */
  | 'UNKNOWN';

/** Preferences to set, in one request; all others are kept. */
export type SetNotificationPreferencesInput = {
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** At most 1000, each contact, medium and type once; none changes nothing. */
  readonly preferences: ReadonlyArray<NotificationPreferenceInput>;
  /** Name of a CloudSigma account; may be left out when only one is configured. */
  readonly upstream?: string | null | undefined;
};

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

/** Changes to an account: what is left out is kept, null clears. */
export type UpdateAccountInput = {
  /** Whether it may be used: true or false, it can't be cleared. */
  readonly active?: boolean | null | undefined;
  /** Postal address, at most 128 characters. */
  readonly address?: string | null | undefined;
  /** E-mail, at most 128 characters. */
  readonly email?: string | null | undefined;
  /** First name, at most 128 characters. */
  readonly firstName?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 128 characters. */
  readonly lastName?: string | null | undefined;
  /** The password to register or log in with, at most 128 characters. It is never told again. It can be replaced and not cleared. */
  readonly password?: string | null | undefined;
  /** The PIN to dial in with, at most 32 characters. It is never told again. */
  readonly passwordPin?: string | null | undefined;
  /** The number that it calls from or is reached at, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out. */
  readonly phone?: string | null | undefined;
  /** Its name, at most 64 characters; an account must have one. */
  readonly username?: string | null | undefined;
};

/** Changes to a campaign: what is left out is kept. Nothing of it can be cleared, so null is BAD_USER_INPUT; nor can its status be written: start and stop it. */
export type UpdateCampaignInput = {
  /** Through which account, of the same upstream. */
  readonly accountId?: string | number | null | undefined;
  /** To whom: an `id` of a group of the same upstream. Its members are taken when the campaign starts. */
  readonly groupId?: string | number | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What is sent: an `id` of a program of the same upstream. */
  readonly programId?: string | number | null | undefined;
  /** How many transmissions are begun a minute, 1 or more (ICTCore: cpm). */
  readonly transmissionsPerMinute?: number | null | undefined;
  /** How often each contact may be tried, 1 or more. */
  readonly triesAllowed?: number | null | undefined;
};

/** Changes to a CloudSigma contact: what is left out is kept, null clears. */
export type UpdateCloudSigmaContactInput = {
  /** Where notifications are mailed to; a contact must have one. Better left alone at the main contact, which follows the e-mail of the account. */
  readonly email?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it; null leaves it without a name. */
  readonly name?: string | null | undefined;
  /** Phone with its country code; CloudSigma keeps it without blanks. Null: none. */
  readonly phone?: string | null | undefined;
};

/** Changes to a contact: the one member that fits it. A field that is left out is kept, and null clears it. */
export type UpdateContactInput =
  {   /** For contacts of CloudSigma. */
  readonly cloudSigma: UpdateCloudSigmaContactInput; readonly hostTracker?: never; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never;   /** A HostTracker contact of any kind; its kind itself stays. */
  readonly hostTracker: UpdateHostTrackerContactInput; readonly hostway?: never; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTracker?: never;   /** For contacts of Hostway. */
  readonly hostway: UpdateHostwayContactInput; readonly ictCore?: never; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTracker?: never; readonly hostway?: never;   /** Changes to a contact of ICTCore. */
  readonly ictCore: UpdateIctCoreContactInput; readonly serwerSms?: never; }
  |  { readonly cloudSigma?: never; readonly hostTracker?: never; readonly hostway?: never; readonly ictCore?: never;   /** For a contact of a SerwerSMS account. */
  readonly serwerSms: UpdateSerwerSmsContactInput; };

/** Changes to a document: what is left out is kept. Its pages are uploaded. */
export type UpdateDocumentInput = {
  /** What it is for. Left out: kept; null or empty: cleared. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. Left out: kept; it can’t be cleared. */
  readonly name?: string | null | undefined;
  /** How finely it is faxed: basic, standard, fine, super, superior or ultra. Left out: kept; it can’t be cleared. */
  readonly quality?: string | null | undefined;
};

/** Changes to a group: what is left out is kept, null clears. */
export type UpdateGroupInput = {
  /** What it is for; SerwerSMS keeps none. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name; a group must have one. */
  readonly name?: string | null | undefined;
};

/** Changes to a HostTracker contact: what is left out is kept. `gateway` is for text and instant messages alone, `reportFormat` and `send…` for e-mail alone. */
export type UpdateHostTrackerContactInput = {
  /** The days on which alerts are sent, at least one. Null: every day; left out of a change: kept. */
  readonly activeDays?: ReadonlyArray<Weekday> | null | undefined;
  /** The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept. */
  readonly activePeriod?: DailyPeriodInput | null | undefined;
  /** E-mail address, phone number or messenger name, as its kind needs; a contact must have one: no null. */
  readonly address?: string | null | undefined;
  /** Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null. */
  readonly alertDelayMinutes?: number | null | undefined;
  /** Of text and instant messages: a name of `hostTrackerOptions.smsGateways` or `imGateways`; no null. */
  readonly gateway?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it. Null: no name; left out of a change: kept. */
  readonly name?: string | null | undefined;
  /** Of e-mail: TEXT or SHORT_TEXT; no null. */
  readonly reportFormat?: ReportFormat | null | undefined;
  /** Of e-mail: whether it is told of low balance and limits; no null. */
  readonly sendBillingNotifications?: boolean | null | undefined;
  /** Of e-mail: whether it gets HostTracker's news; no null. */
  readonly sendNews?: boolean | null | undefined;
  /** Of e-mail: whether it gets HostTracker's press releases; no null. */
  readonly sendPressRelease?: boolean | null | undefined;
  /** Which alerts of which tasks it gets: a list like `[{ taskId: "…", alertTypes: ["Down"], reportTypes: [] }]`; it replaces what is there. Null or an empty list: none; left out of a change: kept. HostTracker documents their form nowhere: this is what published clients send. */
  readonly subscriptions?: unknown;
};

/** The same change to all contacts of a HostTracker account that match; what is left out is kept. */
export type UpdateHostTrackerContactsInput = {
  /** The days on which alerts are sent, at least one. Null: every day; left out of a change: kept. */
  readonly activeDays?: ReadonlyArray<Weekday> | null | undefined;
  /** The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept. */
  readonly activePeriod?: DailyPeriodInput | null | undefined;
  /** Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null. */
  readonly alertDelayMinutes?: number | null | undefined;
  /** Which contacts change. At least one condition, and only such as HostTracker can hold by itself: one kind of contact or all but one; either addresses or those to leave out, and the same with ids; `acceptsBillingNotifications: true`. Anything else is BAD_USER_INPUT, as it would match more. */
  readonly filter: HostTrackerContactFilter;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** What to call it. Null: no name; left out of a change: kept. */
  readonly name?: string | null | undefined;
  /** Name of a HostTracker account; may be left out where only one is configured. */
  readonly upstream?: string | null | undefined;
};

/** Changes to a Hostway contact: what is left out is kept, null clears. Its name never changes. */
export type UpdateHostwayContactInput = {
  /** Business fax, kept as it is typed. Null: none. */
  readonly businessFax?: string | null | undefined;
  /** Business phone, kept as it is typed. Null: none. */
  readonly businessPhone?: string | null | undefined;
  /** City. Null: none. */
  readonly city?: string | null | undefined;
  /** Name of the company. Null: none. */
  readonly company?: string | null | undefined;
  /** Country, in whatever form. Null: none. */
  readonly country?: string | null | undefined;
  /** Name of the department. Null: none. */
  readonly department?: string | null | undefined;
  /** What people read; a contact must have one that is not blank. */
  readonly displayName?: string | null | undefined;
  /** E-mail address; a contact must have one. */
  readonly email?: string | null | undefined;
  /** First name. Null: none. */
  readonly firstName?: string | null | undefined;
  /** Home phone, kept as it is typed. Null: none. */
  readonly homePhone?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** ISDN number, kept as it is typed. Null: none. */
  readonly isdnNumber?: string | null | undefined;
  /** Last name. Null: none. */
  readonly lastName?: string | null | undefined;
  /** Mobile phone, kept as it is typed. Null: none. */
  readonly mobilePhone?: string | null | undefined;
  /** Pager, kept as it is typed. Null: none. */
  readonly pager?: string | null | undefined;
  /** Postal code. Null: none. */
  readonly postalCode?: string | null | undefined;
  /** Number of the room, e.g. `4/12`. Null: none. */
  readonly roomNumber?: string | null | undefined;
  /** State or province. Null: none. */
  readonly state?: string | null | undefined;
  /** Street with its number. Null: none. */
  readonly streetAddress?: string | null | undefined;
  /** Telex number, kept as it is typed. Null: none. */
  readonly telexNumber?: string | null | undefined;
  /** What the person is in the company, e.g. `Dyrektor`. Null: none. */
  readonly title?: string | null | undefined;
};

/** Changes to a contact of ICTCore: what is left out is kept, null clears. */
export type UpdateIctCoreContactInput = {
  /** Postal address, at most 128 characters. */
  readonly address?: string | null | undefined;
  /** Free text of your own, at most 128 characters. */
  readonly custom1?: string | null | undefined;
  /** Free text of your own, at most 128 characters. */
  readonly custom2?: string | null | undefined;
  /** Free text of your own, at most 128 characters. */
  readonly custom3?: string | null | undefined;
  /** A note, at most 255 characters. */
  readonly description?: string | null | undefined;
  /** One e-mail address, at most 64 characters. */
  readonly email?: string | null | undefined;
  /** First name, at most 64 characters; it can't be cleared. */
  readonly firstName?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 64 characters. */
  readonly lastName?: string | null | undefined;
  /** The number to dial, at most 32 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out, as a switch can not dial them. It can't be cleared. */
  readonly phone?: string | null | undefined;
};

/** Changes to a recording: what is left out is kept. Its sound is uploaded. */
export type UpdateRecordingInput = {
  /** What it is for. Left out: kept; null or empty: cleared. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. Left out: kept; it can’t be cleared. */
  readonly name?: string | null | undefined;
};

/** Changes to a SerwerSMS contact: what is left out is kept, null clears. */
export type UpdateSerwerSmsContactInput = {
  /** Street and house, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly address?: string | null | undefined;
  /** Town, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly city?: string | null | undefined;
  /** Where the person works, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly company?: string | null | undefined;
  /** A note on the contact, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly description?: string | null | undefined;
  /** E-mail address, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly email?: string | null | undefined;
  /** First name, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly firstName?: string | null | undefined;
  /** Ids of groups of this account that it is in from now on. SerwerSMS keeps one contact for each: it stays in one of them, or moves to the first, and others are added. Null or empty: in no group; left out: kept. */
  readonly groupIds?: ReadonlyArray<string | number> | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly lastName?: string | null | undefined;
  /** With its plus and country, e.g. `+48 500 600 700`; a Polish number may lack them, and a national one of the upstream’s `defaultCountry` that begins with its 0. Left out: kept; a contact must have one. */
  readonly phone?: string | null | undefined;
  /** Tax number (NIP), at most 255 characters. Null or empty: none; left out of a change: kept. */
  readonly taxId?: string | null | undefined;
};

/** Changes to a template: what is left out is kept. Its attachment is uploaded. */
export type UpdateTemplateInput = {
  /** The e-mail as HTML, not blank; may hold tokens. Left out: kept; it can’t be cleared. */
  readonly body?: string | null | undefined;
  /** The e-mail as plain text, for who reads no HTML. Left out: kept; null or empty: cleared. */
  readonly bodyAlt?: string | null | undefined;
  /** What it is for. Left out: kept; null or empty: cleared. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. Left out: kept; it can’t be cleared. */
  readonly name?: string | null | undefined;
  /** Subject of the e-mail, not blank; may hold tokens such as [contact:first_name]. Left out: kept; it can’t be cleared. */
  readonly subject?: string | null | undefined;
};

/** Changes to a text: what is left out is kept. */
export type UpdateTextInput = {
  /** The text that is sent, not blank; may hold tokens such as [contact:first_name]. Left out: kept; it can’t be cleared. */
  readonly data?: string | null | undefined;
  /** What it is for. Left out: kept; null or empty: cleared. */
  readonly description?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, not blank; names need not be unique. Left out: kept; it can’t be cleared. */
  readonly name?: string | null | undefined;
  /** Its character set, e.g. UTF-8; the guide of ICTCore calls them unicode, plain or binary. Left out: kept; it can’t be cleared. */
  readonly type?: string | null | undefined;
};

/** Changes to a trunk: what is left out is kept, null clears. */
export type UpdateTrunkInput = {
  /** Whether it may be used: true or false, it can't be cleared. */
  readonly active?: boolean | null | undefined;
  /** Dial string of the switch, at most 255 characters. */
  readonly dialString?: string | null | undefined;
  /** Which switch drives it: Kannel 2, Sendmail 4, FreeSWITCH 8. Release 1.2 keeps none. */
  readonly gatewayFlag?: number | null | undefined;
  /** Name or address of the terminating server, at most 128 characters. */
  readonly host?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its name, at most 128 characters; it can't be cleared. */
  readonly name?: string | null | undefined;
  /** Number of the node that uses it, from 0. It can't be cleared. */
  readonly nodeId?: number | null | undefined;
  /** Password at the terminating server, at most 128 characters. It is never told again. */
  readonly password?: string | null | undefined;
  /** Port of the terminating server, 1 to 65535. It can't be cleared. */
  readonly port?: number | null | undefined;
  /** Digits, * and # dialled before every number, at most 32 characters. With `|` it exchanges one beginning of a number for another, as in `0|48`, and commas part several; releases differ in which side is removed. */
  readonly prefix?: string | null | undefined;
  /** Whether ICTCore registers there: true or false, it can't be cleared. */
  readonly register?: boolean | null | undefined;
  /** Sum of what it carries: voice 1, fax 2, SMS 4, e-mail 8, video 16. */
  readonly serviceFlag?: number | null | undefined;
  /** More configuration, in the words of its type, at most 10000 characters. */
  readonly settings?: string | null | undefined;
  /** `sip`, `smpp`, `http`, `smtp` or `emailcmd`. Release 1.2 keeps the type that a trunk was made with: a user error tells. It can't be cleared. */
  readonly type?: string | null | undefined;
  /** User name at the terminating server, at most 128 characters; it can't be cleared. */
  readonly username?: string | null | undefined;
  /** Trunks of less weight are used more often; from 0. It can't be cleared. */
  readonly weight?: number | null | undefined;
};

/** Changes to a user: what is left out is kept, null clears. `setUserPassword` changes the password. */
export type UpdateUserInput = {
  /** Whether the user may log in: true or false, it can't be cleared. */
  readonly active?: boolean | null | undefined;
  /** Postal address, at most 128 characters. */
  readonly address?: string | null | undefined;
  /** Company, at most 128 characters. */
  readonly company?: string | null | undefined;
  /** Number of a country in the provider's own table. */
  readonly countryId?: number | null | undefined;
  /** E-mail, at most 128 characters; no other user may have it. */
  readonly email?: string | null | undefined;
  /** First name, at most 128 characters. */
  readonly firstName?: string | null | undefined;
  /** A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Last name, at most 128 characters. */
  readonly lastName?: string | null | undefined;
  /** Phone, at most 16 characters: digits, * and #, with a plus or without. Spaces, dots, dashes, slashes and brackets are left out. */
  readonly phone?: string | null | undefined;
  /** Number of a time zone in the provider's own table. */
  readonly timezoneId?: number | null | undefined;
  /** The name to log in with, at most 64 characters. Release 1.2 of ICTCore keeps the name that a user was made with: a user error tells. */
  readonly username?: string | null | undefined;
};

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

/** A day of the week, as the HostTracker account counts it. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { readonly accounts: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly username: string | null, readonly phone: string | null, readonly active: boolean | null, readonly owner: { readonly username: string | null } | null }> } };

export type AddContactToGroupMutationVariables = Exact<{
  contactId?: string | number;
  groupId?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type AddContactToGroupMutation = { readonly addContactToGroup: { readonly contact:
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type AssignAccountOwnerMutationVariables = Exact<{
  accountId?: string | number;
  userId?: string | number;
  deletesPrograms?: boolean;
  idempotencyKey?: string | null | undefined;
}>;


export type AssignAccountOwnerMutation = { readonly assignAccountOwner: { readonly account: { readonly username: string | null, readonly owner: { readonly username: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

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

export type CancelCampaignScheduleMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type CancelCampaignScheduleMutation = { readonly cancelCampaignSchedule: { readonly campaign: { readonly id: string, readonly status: CampaignStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CancelTransmissionScheduleMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type CancelTransmissionScheduleMutation = { readonly cancelTransmissionSchedule: { readonly transmission: { readonly id: string, readonly status: TransmissionStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ClearAccountProgramsMutationVariables = Exact<{
  accountId?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type ClearAccountProgramsMutation = { readonly clearAccountPrograms: { readonly account: { readonly id: string, readonly username: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CloneTransmissionMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type CloneTransmissionMutation = { readonly cloneTransmission: { readonly transmission: { readonly id: string, readonly status: TransmissionStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ConfirmContactMutationVariables = Exact<{
  id?: string | number;
  code?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type ConfirmContactMutation = { readonly confirmContact: { readonly status: ContactStatus | null, readonly contact:
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ContactQueryVariables = Exact<{
  id?: string | number;
}>;


export type ContactQuery = { readonly contact:
    | { readonly __typename: 'CloudSigmaContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'HostTrackerEmailContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'HostTrackerImContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'HostTrackerSmsContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'HostTrackerVoiceContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'HostwayContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'IctCoreContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
    | { readonly __typename: 'SerwerSmsContact', readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly channels: ReadonlyArray<Channel>, readonly groups: ReadonlyArray<
        | { readonly name: string }
        | { readonly name: string }
      >, readonly upstream: { readonly name: string } }
   | null };

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

export type CreateAccountMutationVariables = Exact<{
  input?: CreateAccountInput;
}>;


export type CreateAccountMutation = { readonly createAccount: { readonly account: { readonly id: string, readonly username: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateCampaignMutationVariables = Exact<{
  input?: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { readonly createCampaign: { readonly campaign: { readonly id: string, readonly status: CampaignStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

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

export type CreateContactsMutationVariables = Exact<{
  inputs?: ReadonlyArray<CreateContactInput> | CreateContactInput;
}>;


export type CreateContactsMutation = { readonly createContacts: { readonly results: ReadonlyArray<{ readonly contact:
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
       | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateDocumentMutationVariables = Exact<{
  input?: CreateDocumentInput;
}>;


export type CreateDocumentMutation = { readonly createDocument: { readonly document: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateGroupImportMutationVariables = Exact<{
  groupId?: string | number;
}>;


export type CreateGroupImportMutation = { readonly createGroupImport: { readonly url: string | null, readonly method: string, readonly expiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateGroupMutationVariables = Exact<{
  input?: CreateGroupInput;
}>;


export type CreateGroupMutation = { readonly createGroup: { readonly group:
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateMediaUploadMutationVariables = Exact<{
  messageId?: string | number;
}>;


export type CreateMediaUploadMutation = { readonly createMediaUpload: { readonly url: string | null, readonly method: string, readonly expiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateProgramMutationVariables = Exact<{
  input?: CreateProgramInput;
}>;


export type CreateProgramMutation = { readonly createProgram: { readonly program:
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateRecordingMutationVariables = Exact<{
  input?: CreateRecordingInput;
}>;


export type CreateRecordingMutation = { readonly createRecording: { readonly recording: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateTemplateMutationVariables = Exact<{
  input?: CreateTemplateInput;
}>;


export type CreateTemplateMutation = { readonly createTemplate: { readonly template: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateTextMutationVariables = Exact<{
  input?: CreateTextInput;
}>;


export type CreateTextMutation = { readonly createText: { readonly text: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateTransmissionMutationVariables = Exact<{
  input?: CreateTransmissionInput;
}>;


export type CreateTransmissionMutation = { readonly createTransmission: { readonly transmission: { readonly id: string, readonly status: TransmissionStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateTrunkMutationVariables = Exact<{
  input?: CreateTrunkInput;
}>;


export type CreateTrunkMutation = { readonly createTrunk: { readonly trunk: { readonly id: string, readonly name: string, readonly host: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type CreateUserMutationVariables = Exact<{
  input?: CreateUserInput;
}>;


export type CreateUserMutation = { readonly createUser: { readonly user: { readonly id: string, readonly username: string | null, readonly roles: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteAccountSettingMutationVariables = Exact<{
  accountId?: string | number;
  name?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteAccountSettingMutation = { readonly deleteAccountSetting: { readonly account: { readonly username: string | null, readonly setting: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteAccountMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteAccountMutation = { readonly deleteAccount: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteCampaignMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteCampaignMutation = { readonly deleteCampaign: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteContactMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteContactMutation = { readonly deleteContact: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteContactsMutationVariables = Exact<{
  ids?: ReadonlyArray<string | number> | string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteContactsMutation = { readonly deleteContacts: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteGroupMutationVariables = Exact<{
  id?: string | number;
  deleteContacts?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteGroupMutation = { readonly deleteGroup: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteHostTrackerContactsMutationVariables = Exact<{
  input?: DeleteHostTrackerContactsInput;
}>;


export type DeleteHostTrackerContactsMutation = { readonly deleteHostTrackerContacts: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteMessageMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteMessageMutation = { readonly deleteMessage: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteProgramMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteProgramMutation = { readonly deleteProgram: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteTransmissionMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteTransmissionMutation = { readonly deleteTransmission: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteTrunkMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteTrunkMutation = { readonly deleteTrunk: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type DeleteUserMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteUserMutation = { readonly deleteUser: { readonly deletedIds: ReadonlyArray<string>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type GatewaysQueryVariables = Exact<{ [key: string]: never; }>;


export type GatewaysQuery = { readonly gateways: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'HostTrackerGateway', readonly name: string, readonly channels: ReadonlyArray<Channel> }
      | { readonly __typename: 'IctCoreTrunk', readonly host: string | null, readonly active: boolean | null, readonly name: string, readonly channels: ReadonlyArray<Channel> }
    > }, readonly hostTrackerOptions: { readonly contactTypes: ReadonlyArray<string>, readonly alertDelaysMinutes: ReadonlyArray<number>, readonly smsGateways: ReadonlyArray<string>, readonly imGateways: ReadonlyArray<string> } };

export type GrantUserPermissionMutationVariables = Exact<{
  userId?: string | number;
  permissionId?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type GrantUserPermissionMutation = { readonly grantUserPermission: { readonly user: { readonly username: string | null, readonly permissions: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type GrantUserRoleMutationVariables = Exact<{
  userId?: string | number;
  roleId?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type GrantUserRoleMutation = { readonly grantUserRole: { readonly user: { readonly id: string, readonly username: string | null, readonly roles: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

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

export type HostTrackerOptionsQueryVariables = Exact<{
  upstream?: string | null | undefined;
}>;


export type HostTrackerOptionsQuery = { readonly hostTrackerOptions: { readonly contactTypes: ReadonlyArray<string>, readonly alertDelaysMinutes: ReadonlyArray<number>, readonly smsGateways: ReadonlyArray<string>, readonly imGateways: ReadonlyArray<string> } };

export type MessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type MessagesQuery = { readonly messages: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'Document', readonly id: string, readonly name: string, readonly description: string | null }
      | { readonly __typename: 'Recording', readonly id: string, readonly name: string, readonly description: string | null }
      | { readonly __typename: 'Template', readonly id: string, readonly name: string, readonly description: string | null }
      | { readonly __typename: 'Text', readonly id: string, readonly name: string, readonly description: string | null }
    > } };

export type NodeQueryVariables = Exact<{
  id?: string | number;
}>;


export type NodeQuery = { readonly node:
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'Campaign', readonly id: string }
    | { readonly __typename: 'CloudSigmaContact', readonly id: string }
    | { readonly __typename: 'Document', readonly id: string }
    | { readonly __typename: 'EmailToFaxProgram', readonly id: string }
    | { readonly __typename: 'FaxToEmailProgram', readonly id: string }
    | { readonly __typename: 'HostTrackerEmailContact', readonly id: string }
    | { readonly __typename: 'HostTrackerGateway', readonly id: string }
    | { readonly __typename: 'HostTrackerImContact', readonly id: string }
    | { readonly __typename: 'HostTrackerSmsContact', readonly id: string }
    | { readonly __typename: 'HostTrackerVoiceContact', readonly id: string }
    | { readonly __typename: 'HostwayContact', readonly id: string }
    | { readonly __typename: 'IctCoreContact', readonly id: string }
    | { readonly __typename: 'IctCoreGroup', readonly name: string, readonly contactCount: number | null, readonly id: string }
    | { readonly __typename: 'IctCoreTrunk', readonly id: string }
    | { readonly __typename: 'Operation', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'ReceiveEmailProgram', readonly id: string }
    | { readonly __typename: 'ReceiveFaxProgram', readonly id: string }
    | { readonly __typename: 'ReceiveSmsProgram', readonly id: string }
    | { readonly __typename: 'Recording', readonly id: string }
    | { readonly __typename: 'SendEmailProgram', readonly id: string }
    | { readonly __typename: 'SendFaxProgram', readonly id: string }
    | { readonly __typename: 'SendSmsProgram', readonly id: string }
    | { readonly __typename: 'SerwerSmsContact', readonly id: string }
    | { readonly __typename: 'SerwerSmsGroup', readonly name: string, readonly contactCount: number | null, readonly id: string }
    | { readonly __typename: 'Template', readonly id: string }
    | { readonly __typename: 'Text', readonly id: string }
    | { readonly __typename: 'Transmission', readonly id: string }
    | { readonly __typename: 'TransmissionAttempt', readonly id: string }
    | { readonly __typename: 'UnknownProgram', readonly id: string }
    | { readonly __typename: 'Upstream', readonly id: string }
    | { readonly __typename: 'User', readonly id: string }
    | { readonly __typename: 'VoiceMessageProgram', readonly id: string }
    | { readonly __typename: 'VoiceTtsProgram', readonly id: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids?: ReadonlyArray<string | number> | string | number;
}>;


export type NodesQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'Campaign', readonly status: CampaignStatus, readonly id: string }
    | { readonly __typename: 'CloudSigmaContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'Document', readonly id: string }
    | { readonly __typename: 'EmailToFaxProgram', readonly id: string }
    | { readonly __typename: 'FaxToEmailProgram', readonly id: string }
    | { readonly __typename: 'HostTrackerEmailContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'HostTrackerGateway', readonly id: string }
    | { readonly __typename: 'HostTrackerImContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'HostTrackerSmsContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'HostTrackerVoiceContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'HostwayContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'IctCoreContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'IctCoreGroup', readonly id: string }
    | { readonly __typename: 'IctCoreTrunk', readonly id: string }
    | { readonly __typename: 'Operation', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'ReceiveEmailProgram', readonly id: string }
    | { readonly __typename: 'ReceiveFaxProgram', readonly id: string }
    | { readonly __typename: 'ReceiveSmsProgram', readonly id: string }
    | { readonly __typename: 'Recording', readonly id: string }
    | { readonly __typename: 'SendEmailProgram', readonly id: string }
    | { readonly __typename: 'SendFaxProgram', readonly id: string }
    | { readonly __typename: 'SendSmsProgram', readonly id: string }
    | { readonly __typename: 'SerwerSmsContact', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'SerwerSmsGroup', readonly id: string }
    | { readonly __typename: 'Template', readonly id: string }
    | { readonly __typename: 'Text', readonly id: string }
    | { readonly __typename: 'Transmission', readonly id: string }
    | { readonly __typename: 'TransmissionAttempt', readonly id: string }
    | { readonly __typename: 'UnknownProgram', readonly id: string }
    | { readonly __typename: 'Upstream', readonly id: string }
    | { readonly __typename: 'User', readonly id: string }
    | { readonly __typename: 'VoiceMessageProgram', readonly id: string }
    | { readonly __typename: 'VoiceTtsProgram', readonly id: string }
   | null> };

export type NotificationPreferencesQueryVariables = Exact<{
  upstream?: string | null | undefined;
}>;


export type NotificationPreferencesQuery = { readonly notificationPreferences: ReadonlyArray<{ readonly medium: string, readonly type: string, readonly enabled: boolean, readonly contact:
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
      | { readonly displayName: string }
     | null }> };

export type OperationQueryVariables = Exact<{
  id: string | number;
}>;


export type OperationQuery = { readonly operation: { readonly mutation: string, readonly upstreamName: string, readonly state: OperationState, readonly targetId: string | null, readonly message: string | null, readonly createdAt: string | null, readonly dispatchedAt: string | null, readonly finishedAt: string | null } | null };

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

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PeopleQuery = { readonly people: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly displayName: string, readonly emails: ReadonlyArray<string>, readonly phones: ReadonlyArray<string>, readonly contacts: ReadonlyArray<
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
        | { readonly upstream: { readonly name: string } }
      > }> } };

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

export type ProgramsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramsQuery = { readonly programs: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'EmailToFaxProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'FaxToEmailProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'ReceiveEmailProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'ReceiveFaxProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'ReceiveSmsProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'SendEmailProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'SendFaxProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'SendSmsProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'UnknownProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'VoiceMessageProgram', readonly id: string, readonly name: string }
      | { readonly __typename: 'VoiceTtsProgram', readonly id: string, readonly name: string }
    > } };

export type ReleaseAccountMutationVariables = Exact<{
  accountId?: string | number;
  deletesPrograms?: boolean;
  idempotencyKey?: string | null | undefined;
}>;


export type ReleaseAccountMutation = { readonly releaseAccount: { readonly account: { readonly username: string | null, readonly owner: { readonly username: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type RemoveContactFromGroupMutationVariables = Exact<{
  contactId?: string | number;
  groupId?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type RemoveContactFromGroupMutation = { readonly removeContactFromGroup: { readonly contact:
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
      | { readonly displayName: string, readonly groups: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
        > }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ResendConfirmationCodeMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type ResendConfirmationCodeMutation = { readonly resendConfirmationCode: { readonly status: ContactStatus | null, readonly contact:
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ResolveOperationMutationVariables = Exact<{
  id: string | number;
  as?: OperationResolution;
  note?: string | null | undefined;
}>;


export type ResolveOperationMutation = { readonly resolveOperation: { readonly operation: { readonly state: OperationState, readonly settlements: ReadonlyArray<{ readonly state: OperationState, readonly by: SettledBy }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type RetryTransmissionMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type RetryTransmissionMutation = { readonly retryTransmission: { readonly transmission: { readonly id: string, readonly status: TransmissionStatus } | null, readonly attempt: { readonly status: AttemptStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type RevokeUserPermissionMutationVariables = Exact<{
  userId?: string | number;
  permissionId?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type RevokeUserPermissionMutation = { readonly revokeUserPermission: { readonly user: { readonly username: string | null, readonly permissions: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type RevokeUserRoleMutationVariables = Exact<{
  userId?: string | number;
  roleId?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type RevokeUserRoleMutation = { readonly revokeUserRole: { readonly user: { readonly id: string, readonly username: string | null, readonly roles: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ScheduleCampaignStartMutationVariables = Exact<{
  id?: string | number;
  at?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type ScheduleCampaignStartMutation = { readonly scheduleCampaignStart: { readonly scheduleId: string | null, readonly at: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ScheduleCampaignStopMutationVariables = Exact<{
  id?: string | number;
  at?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type ScheduleCampaignStopMutation = { readonly scheduleCampaignStop: { readonly scheduleId: string | null, readonly at: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type ScheduleTransmissionMutationVariables = Exact<{
  id?: string | number;
  at?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type ScheduleTransmissionMutation = { readonly scheduleTransmission: { readonly scheduleId: string | null, readonly at: string | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

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

export type SetAccountSettingMutationVariables = Exact<{
  accountId?: string | number;
  name?: string;
  value?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type SetAccountSettingMutation = { readonly setAccountSetting: { readonly account: { readonly username: string | null, readonly setting: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type SetNotificationPreferencesMutationVariables = Exact<{
  input?: SetNotificationPreferencesInput;
}>;


export type SetNotificationPreferencesMutation = { readonly setNotificationPreferences: { readonly preferences: ReadonlyArray<{ readonly medium: string, readonly type: string, readonly enabled: boolean, readonly contact:
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
        | { readonly displayName: string }
       | null }>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type SetUserPasswordMutationVariables = Exact<{
  id?: string | number;
  password?: string;
  idempotencyKey?: string | null | undefined;
}>;


export type SetUserPasswordMutation = { readonly setUserPassword: { readonly user: { readonly id: string, readonly username: string | null, readonly roles: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type StartCampaignMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type StartCampaignMutation = { readonly startCampaign: { readonly campaign: { readonly id: string, readonly status: CampaignStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type StatisticsQueryVariables = Exact<{ [key: string]: never; }>;


export type StatisticsQuery = { readonly statistics: ReadonlyArray<{ readonly contactTotal: number | null, readonly groupTotal: number | null, readonly campaignTotal: number | null, readonly campaignActive: number | null, readonly transmissionTotal: number | null, readonly transmissionActive: number | null, readonly spoolTotal: number | null, readonly spoolSuccess: number | null, readonly spoolFailed: number | null, readonly upstream: { readonly name: string } }> };

export type StopCampaignMutationVariables = Exact<{
  id?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type StopCampaignMutation = { readonly stopCampaign: { readonly campaign: { readonly id: string, readonly status: CampaignStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type SubscribeAccountToProgramMutationVariables = Exact<{
  accountId?: string | number;
  programId?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type SubscribeAccountToProgramMutation = { readonly subscribeAccountToProgram: { readonly account: { readonly id: string, readonly username: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

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

export type UnsubscribeAccountFromProgramMutationVariables = Exact<{
  accountId?: string | number;
  programId?: string | number;
  idempotencyKey?: string | null | undefined;
}>;


export type UnsubscribeAccountFromProgramMutation = { readonly unsubscribeAccountFromProgram: { readonly account: { readonly id: string, readonly username: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateAccountMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { readonly updateAccount: { readonly account: { readonly id: string, readonly username: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateCampaignMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateCampaignInput;
}>;


export type UpdateCampaignMutation = { readonly updateCampaign: { readonly campaign: { readonly id: string, readonly status: CampaignStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateContactMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateContactInput;
}>;


export type UpdateContactMutation = { readonly updateContact: { readonly contact:
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
      | { readonly id: string, readonly displayName: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateDocumentMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateDocumentInput;
}>;


export type UpdateDocumentMutation = { readonly updateDocument: { readonly document: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateGroupMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { readonly updateGroup: { readonly group:
      | { readonly id: string, readonly name: string }
      | { readonly id: string, readonly name: string }
     | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateHostTrackerContactsMutationVariables = Exact<{
  input?: UpdateHostTrackerContactsInput;
}>;


export type UpdateHostTrackerContactsMutation = { readonly updateHostTrackerContacts: { readonly results: ReadonlyArray<{ readonly contact:
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
        | { readonly id: string, readonly displayName: string }
       | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> }>, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateRecordingMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateRecordingInput;
}>;


export type UpdateRecordingMutation = { readonly updateRecording: { readonly recording: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateTemplateMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateTemplateInput;
}>;


export type UpdateTemplateMutation = { readonly updateTemplate: { readonly template: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateTextMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateTextInput;
}>;


export type UpdateTextMutation = { readonly updateText: { readonly text: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateTrunkMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateTrunkInput;
}>;


export type UpdateTrunkMutation = { readonly updateTrunk: { readonly trunk: { readonly id: string, readonly name: string, readonly host: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpdateUserMutationVariables = Exact<{
  id?: string | number;
  input?: UpdateUserInput;
}>;


export type UpdateUserMutation = { readonly updateUser: { readonly user: { readonly id: string, readonly username: string | null, readonly roles: ReadonlyArray<{ readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } };

export type UpstreamsQueryVariables = Exact<{ [key: string]: never; }>;


export type UpstreamsQuery = { readonly upstreams: ReadonlyArray<{ readonly name: string, readonly provider: Provider, readonly state: UpstreamState, readonly capabilities: { readonly entities: ReadonlyArray<string>, readonly contactFilters: ReadonlyArray<string>, readonly writes: ReadonlyArray<string> } }> };

export type UsersQueryVariables = Exact<{ [key: string]: never; }>;


export type UsersQuery = { readonly users: { readonly totalCount: number | null, readonly nodes: ReadonlyArray<{ readonly id: string, readonly username: string | null, readonly email: string | null, readonly active: boolean | null, readonly roles: ReadonlyArray<{ readonly name: string }>, readonly permissions: ReadonlyArray<{ readonly name: string }> }> } };


export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const AddContactToGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddContactToGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"contactId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjU","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addContactToGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"contactId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"contactId"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<AddContactToGroupMutation, AddContactToGroupMutationVariables>;
export const AssignAccountOwnerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignAccountOwner"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6MQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deletesPrograms"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignAccountOwner"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"deletesPrograms"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deletesPrograms"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<AssignAccountOwnerMutation, AssignAccountOwnerMutationVariables>;
export const CampaignsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Campaigns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaigns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CampaignsQuery, CampaignsQueryVariables>;
export const CancelCampaignScheduleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelCampaignSchedule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelCampaignSchedule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CancelCampaignScheduleMutation, CancelCampaignScheduleMutationVariables>;
export const CancelTransmissionScheduleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTransmissionSchedule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjoyOQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelTransmissionSchedule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CancelTransmissionScheduleMutation, CancelTransmissionScheduleMutationVariables>;
export const ClearAccountProgramsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClearAccountPrograms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6NA","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clearAccountPrograms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ClearAccountProgramsMutation, ClearAccountProgramsMutationVariables>;
export const CloneTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloneTransmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjo1","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cloneTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CloneTransmissionMutation, CloneTransmissionMutationVariables>;
export const ConfirmContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"bW9uaXRvcmluZzpjb250YWN0OjA5MmEyYmNmLTU4ZDEtZTQxMS04MGMzLTAwMTU1ZDM2OTU1ZQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"64700","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmContactMutation, ConfirmContactMutationVariables>;
export const ContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Contact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6MQ","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ContactQuery, ContactQueryVariables>;
export const ContactsByEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ContactsByEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"anna.kowalska@example.com","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"}},{"kind":"Field","name":{"kind":"Name","value":"fetched"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"pushedDown"}},{"kind":"Field","name":{"kind":"Name","value":"residual"}}]}}]}}]}}]} as unknown as DocumentNode<ContactsByEmailQuery, ContactsByEmailQueryVariables>;
export const ContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DISPLAY_NAME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"fetched"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ContactsQuery, ContactsQueryVariables>;
export const CreateAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccountInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"username"},"value":{"kind":"StringValue","value":"desk2","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"phone"},"value":{"kind":"StringValue","value":"1002","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateAccountMutation, CreateAccountMutationVariables>;
export const CreateCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCampaignInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"programId"},"value":{"kind":"StringValue","value":"cGJ4OnByb2dyYW06Mw","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"groupId"},"value":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjQ","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"transmissionsPerMinute"},"value":{"kind":"IntValue","value":"10"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const CreateContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateContact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"hostTrackerEmail"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"address"},"value":{"kind":"StringValue","value":"nowy@example.com","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Nowy Dyżurny","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"alertDelayMinutes"},"value":{"kind":"IntValue","value":"5"}},{"kind":"ObjectField","name":{"kind":"Name","value":"activePeriod"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"start"},"value":{"kind":"StringValue","value":"08:00","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"end"},"value":{"kind":"StringValue","value":"16:00","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"activeDays"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MONDAY"},{"kind":"EnumValue","value":"TUESDAY"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"StringValue","value":"01988f2a-7c1e-4b1d-9a53-5d0f3c7b2e11","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HostTrackerEmailContact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"activePeriod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateContactMutation, CreateContactMutationVariables>;
export const CreateContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateContactInput"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"cloudSigma"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"StringValue","value":"ewa.nowa@example.com","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Ewa Nowa","block":false}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"serwerSms"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"phone"},"value":{"kind":"StringValue","value":"+48500111998","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"firstName"},"value":{"kind":"StringValue","value":"Ewa","block":false}}]}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateContactsMutation, CreateContactsMutationVariables>;
export const CreateDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDocumentInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Price list","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateDocumentMutation, CreateDocumentMutationVariables>;
export const CreateGroupImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroupImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjQ","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGroupImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateGroupImportMutation, CreateGroupImportMutationVariables>;
export const CreateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"upstream"},"value":{"kind":"StringValue","value":"pbx","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"New customers","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateGroupMutation, CreateGroupMutationVariables>;
export const CreateMediaUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMediaUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"messageId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6ZG9jdW1lbnQvMQ","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMediaUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"messageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"messageId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateMediaUploadMutation, CreateMediaUploadMutationVariables>;
export const CreateProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProgramInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sendSms"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Sale","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"messageId"},"value":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6dGV4dC8x","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProgram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProgramMutation, CreateProgramMutationVariables>;
export const CreateRecordingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRecording"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateRecordingInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Good morning","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createRecording"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateRecordingMutation, CreateRecordingMutationVariables>;
export const CreateTemplateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTemplate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTemplateInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Invoice due","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"StringValue","value":"Your invoice","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"body"},"value":{"kind":"StringValue","value":"It is due.","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTemplate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTemplateMutation, CreateTemplateMutationVariables>;
export const CreateTextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTextInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Sale","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"data"},"value":{"kind":"StringValue","value":"Sale today","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createText"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTextMutation, CreateTextMutationVariables>;
export const CreateTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTransmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTransmissionInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"programId"},"value":{"kind":"StringValue","value":"cGJ4OnByb2dyYW06Mw","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"contactId"},"value":{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6MQ","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTransmissionMutation, CreateTransmissionMutationVariables>;
export const CreateTrunkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTrunk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTrunkInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"trunk-waw-2","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"username"},"value":{"kind":"StringValue","value":"trunkline","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"host"},"value":{"kind":"StringValue","value":"sip.example.org","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"type"},"value":{"kind":"StringValue","value":"sip","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"serviceFlag"},"value":{"kind":"IntValue","value":"3"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTrunk"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trunk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"host"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateTrunkMutation, CreateTrunkMutationVariables>;
export const CreateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"username"},"value":{"kind":"StringValue","value":"carol","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"StringValue","value":"a long passphrase","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"StringValue","value":"carol@example.com","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUserMutation, CreateUserMutationVariables>;
export const DeleteAccountSettingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccountSetting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"coverpage","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccountSetting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"setting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAccountSettingMutation, DeleteAccountSettingMutationVariables>;
export const DeleteAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mw","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const DeleteCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjE","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteCampaignMutation, DeleteCampaignMutationVariables>;
export const DeleteContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"Y2xvdWQ6Y29udGFjdDpmNjU3NTA4OC02MzViLTRlN2UtYTcwOS0yYTdiNmYxN2ZhNDY","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteContactMutation, DeleteContactMutationVariables>;
export const DeleteContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"c21zOmNvbnRhY3Q6MjI4MTczNTAz","block":false},{"kind":"StringValue","value":"c21zOmNvbnRhY3Q6MjI4MTczNTA0","block":false}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteContactsMutation, DeleteContactsMutationVariables>;
export const DeleteGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjU","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deleteContacts"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"deleteContacts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deleteContacts"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const DeleteHostTrackerContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteHostTrackerContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteHostTrackerContactsInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"addresses"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"zofia.wojcik@example.com","block":false}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"expectedCount"},"value":{"kind":"IntValue","value":"1"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteHostTrackerContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteHostTrackerContactsMutation, DeleteHostTrackerContactsMutationVariables>;
export const DeleteMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6dGV4dC8z","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteMessageMutation, DeleteMessageMutationVariables>;
export const DeleteProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnByb2dyYW06NQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProgram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteProgramMutation, DeleteProgramMutationVariables>;
export const DeleteTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTransmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjoxMA","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteTransmissionMutation, DeleteTransmissionMutationVariables>;
export const DeleteTrunkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTrunk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmdhdGV3YXk6Mw","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTrunk"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteTrunkMutation, DeleteTrunkMutationVariables>;
export const DeleteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedIds"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const GatewaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Gateways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gateways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"channel"},"value":{"kind":"EnumValue","value":"SMS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IctCoreTrunk"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hostTrackerOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactTypes"}},{"kind":"Field","name":{"kind":"Name","value":"alertDelaysMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"smsGateways"}},{"kind":"Field","name":{"kind":"Name","value":"imGateways"}}]}}]}}]} as unknown as DocumentNode<GatewaysQuery, GatewaysQueryVariables>;
export const GrantUserPermissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantUserPermission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"permissionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"1","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantUserPermission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"permissionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"permissionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<GrantUserPermissionMutation, GrantUserPermissionMutationVariables>;
export const GrantUserRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantUserRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"roleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"2","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantUserRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"roleId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"roleId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<GrantUserRoleMutation, GrantUserRoleMutationVariables>;
export const GroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contactCount"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"requests"}}]}}]}}]}}]} as unknown as DocumentNode<GroupsQuery, GroupsQueryVariables>;
export const HostTrackerOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HostTrackerOptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"upstream"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hostTrackerOptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"upstream"},"value":{"kind":"Variable","name":{"kind":"Name","value":"upstream"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactTypes"}},{"kind":"Field","name":{"kind":"Name","value":"alertDelaysMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"smsGateways"}},{"kind":"Field","name":{"kind":"Name","value":"imGateways"}}]}}]}}]} as unknown as DocumentNode<HostTrackerOptionsQuery, HostTrackerOptionsQueryVariables>;
export const MessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<MessagesQuery, MessagesQueryVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjE","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Group"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contactCount"}}]}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const NodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6MQ","block":false},{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjE","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Contact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Campaign"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<NodesQuery, NodesQueryVariables>;
export const NotificationPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationPreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"upstream"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"upstream"},"value":{"kind":"Variable","name":{"kind":"Name","value":"upstream"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]} as unknown as DocumentNode<NotificationPreferencesQuery, NotificationPreferencesQueryVariables>;
export const OperationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"targetId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"dispatchedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]}}]} as unknown as DocumentNode<OperationQuery, OperationQueryVariables>;
export const OperationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mutation"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"idempotencyKey"}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OperationsQuery, OperationsQueryVariables>;
export const OutageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Outage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OutageQuery, OutageQueryVariables>;
export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"phone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"500 111 222","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"emails"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const ProgramsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Programs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ProgramsQuery, ProgramsQueryVariables>;
export const ReleaseAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"deletesPrograms"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"deletesPrograms"},"value":{"kind":"Variable","name":{"kind":"Name","value":"deletesPrograms"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseAccountMutation, ReleaseAccountMutationVariables>;
export const RemoveContactFromGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveContactFromGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"contactId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6MjU","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeContactFromGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"contactId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"contactId"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveContactFromGroupMutation, RemoveContactFromGroupMutationVariables>;
export const ResendConfirmationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendConfirmationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"bW9uaXRvcmluZzpjb250YWN0OjA5MmEyYmQ0LTU4ZDEtZTQxMS04MGMzLTAwMTU1ZDM2OTU1ZQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendConfirmationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ResendConfirmationCodeMutation, ResendConfirmationCodeMutationVariables>;
export const ResolveOperationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveOperation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"as"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OperationResolution"}}},"defaultValue":{"kind":"EnumValue","value":"SENT"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveOperation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"as"},"value":{"kind":"Variable","name":{"kind":"Name","value":"as"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ResolveOperationMutation, ResolveOperationMutationVariables>;
export const RetryTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryTransmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjoxOQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RetryTransmissionMutation, RetryTransmissionMutationVariables>;
export const RevokeUserPermissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeUserPermission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"permissionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"1","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeUserPermission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"permissionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"permissionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeUserPermissionMutation, RevokeUserPermissionMutationVariables>;
export const RevokeUserRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeUserRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"roleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"1","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeUserRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userId"}}},{"kind":"Argument","name":{"kind":"Name","value":"roleId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"roleId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeUserRoleMutation, RevokeUserRoleMutationVariables>;
export const ScheduleCampaignStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ScheduleCampaignStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"defaultValue":{"kind":"StringValue","value":"2030-01-07T09:00:00Z","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleCampaignStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleId"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ScheduleCampaignStartMutation, ScheduleCampaignStartMutationVariables>;
export const ScheduleCampaignStopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ScheduleCampaignStop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"defaultValue":{"kind":"StringValue","value":"2030-01-07T09:00:00Z","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleCampaignStop"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleId"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ScheduleCampaignStopMutation, ScheduleCampaignStopMutationVariables>;
export const ScheduleTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ScheduleTransmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjoyOQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"defaultValue":{"kind":"StringValue","value":"2030-01-07T09:00:00Z","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduleId"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ScheduleTransmissionMutation, ScheduleTransmissionMutationVariables>;
export const SendTransmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTransmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTransmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"cGJ4OnRyYW5zbWlzc2lvbjo4","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"StringValue","value":"5d0f3c7b-7c1e-4b1d-9a53-01988f2a2e11","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendTransmissionMutation, SendTransmissionMutationVariables>;
export const SetAccountSettingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAccountSetting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"coverpage","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"value"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"sendcover","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setAccountSetting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"value"},"value":{"kind":"Variable","name":{"kind":"Name","value":"value"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"setting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SetAccountSettingMutation, SetAccountSettingMutationVariables>;
export const SetNotificationPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetNotificationPreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetNotificationPreferencesInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preferences"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"contactId"},"value":{"kind":"StringValue","value":"Y2xvdWQ6Y29udGFjdDphOGNmMzIxMi00M2EzLTQ2M2MtYWM0MS0zMWQ4MmFjYjgzNTQ","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"medium"},"value":{"kind":"StringValue","value":"email","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"type"},"value":{"kind":"StringValue","value":"trial_expire","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"enabled"},"value":{"kind":"BooleanValue","value":true}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setNotificationPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SetNotificationPreferencesMutation, SetNotificationPreferencesMutationVariables>;
export const SetUserPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"another long passphrase","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SetUserPasswordMutation, SetUserPasswordMutationVariables>;
export const StartCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjI","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<StartCampaignMutation, StartCampaignMutationVariables>;
export const StatisticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Statistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactTotal"}},{"kind":"Field","name":{"kind":"Name","value":"groupTotal"}},{"kind":"Field","name":{"kind":"Name","value":"campaignTotal"}},{"kind":"Field","name":{"kind":"Name","value":"campaignActive"}},{"kind":"Field","name":{"kind":"Name","value":"transmissionTotal"}},{"kind":"Field","name":{"kind":"Name","value":"transmissionActive"}},{"kind":"Field","name":{"kind":"Name","value":"spoolTotal"}},{"kind":"Field","name":{"kind":"Name","value":"spoolSuccess"}},{"kind":"Field","name":{"kind":"Name","value":"spoolFailed"}}]}}]}}]} as unknown as DocumentNode<StatisticsQuery, StatisticsQueryVariables>;
export const StopCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjM","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<StopCampaignMutation, StopCampaignMutationVariables>;
export const SubscribeAccountToProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubscribeAccountToProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6NA","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"programId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnByb2dyYW06OQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscribeAccountToProgram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"programId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"programId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<SubscribeAccountToProgramMutation, SubscribeAccountToProgramMutationVariables>;
export const TransmissionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transmissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transmissions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"FAILED"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"phones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TransmissionsQuery, TransmissionsQueryVariables>;
export const UnsubscribeAccountFromProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnsubscribeAccountFromProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6Mw","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"programId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnByb2dyYW06OQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unsubscribeAccountFromProgram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"accountId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accountId"}}},{"kind":"Argument","name":{"kind":"Name","value":"programId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"programId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UnsubscribeAccountFromProgramMutation, UnsubscribeAccountFromProgramMutationVariables>;
export const UpdateAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmFjY291bnQ6NA","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateAccountInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"firstName"},"value":{"kind":"StringValue","value":"Desk","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"lastName"},"value":{"kind":"StringValue","value":"One","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const UpdateCampaignDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateCampaign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNhbXBhaWduOjQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCampaignInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"transmissionsPerMinute"},"value":{"kind":"IntValue","value":"5"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCampaign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaign"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateCampaignMutation, UpdateCampaignMutationVariables>;
export const UpdateContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmNvbnRhY3Q6NQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateContactInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ictCore"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"custom1"},"value":{"kind":"StringValue","value":"vip","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateContactMutation, UpdateContactMutationVariables>;
export const UpdateDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6ZG9jdW1lbnQvMg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateDocumentInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"quality"},"value":{"kind":"StringValue","value":"fine","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateDocumentMutation, UpdateDocumentMutationVariables>;
export const UpdateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Omdyb3VwOjI","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateGroupInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"description"},"value":{"kind":"StringValue","value":"since November","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const UpdateHostTrackerContactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateHostTrackerContacts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateHostTrackerContactsInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"addresses"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"anna.kowalska@example.com","block":false}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"alertDelayMinutes"},"value":{"kind":"IntValue","value":"15"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateHostTrackerContacts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateHostTrackerContactsMutation, UpdateHostTrackerContactsMutationVariables>;
export const UpdateRecordingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRecording"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6cmVjb3JkaW5nLzI","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateRecordingInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"description"},"value":{"kind":"StringValue","value":"before noon","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateRecording"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateRecordingMutation, UpdateRecordingMutationVariables>;
export const UpdateTemplateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateTemplate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6dGVtcGxhdGUvMg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTemplateInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"subject"},"value":{"kind":"StringValue","value":"Your invoice of November","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateTemplate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"template"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateTemplateMutation, UpdateTemplateMutationVariables>;
export const UpdateTextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateText"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4Om1lc3NhZ2U6dGV4dC8y","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTextInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"data"},"value":{"kind":"StringValue","value":"Sale tomorrow","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateText"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateTextMutation, UpdateTextMutationVariables>;
export const UpdateTrunkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateTrunk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OmdhdGV3YXk6MQ","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTrunkInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"weight"},"value":{"kind":"IntValue","value":"30"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateTrunk"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trunk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"host"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateTrunkMutation, UpdateTrunkMutationVariables>;
export const UpdateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"cGJ4OnVzZXI6Mg","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"StringValue","value":"Trunkline","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateUserMutation, UpdateUserMutationVariables>;
export const UpstreamsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Upstreams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upstreams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entities"}},{"kind":"Field","name":{"kind":"Name","value":"contactFilters"}},{"kind":"Field","name":{"kind":"Name","value":"writes"}}]}}]}}]}}]} as unknown as DocumentNode<UpstreamsQuery, UpstreamsQueryVariables>;
export const UsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Users"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<UsersQuery, UsersQueryVariables>;