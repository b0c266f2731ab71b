import { startCloudSigma } from '../../src/emulators/cloudsigma/index.js';
import { startHostTracker } from '../../src/emulators/hosttracker/index.js';
import { startHostway } from '../../src/emulators/hostway/index.js';
import { startIctCore } from '../../src/emulators/ictcore/index.js';
import { DEMO_USERS } from '../../src/emulators/ictcore/seed.js';
import { startSerwerSms } from '../../src/emulators/serwersms/index.js';
import { HOSTILE_EMAILS as EMAILS, HOSTILE_NAMES as NAMES, HOSTILE_NUMBERS as NUMBERS } from './conformance/values.js';

// Each emulator with rows that look alike, in every form in which the provider may hold them.

/** Numbers as somebody typed them, for providers that keep them so. */
const TYPED = [...NUMBERS, '+48 500 111 222', '500-111-222', '(50) 011 12 22', '00 48 500111222', 'wew. 12', '?', ''];

const at = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;
const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Addresses with letter cases and wildcards, and numbers in digits, as HostTracker writes them. */
export async function startHostileHostTracker() {
  const emulator = await startHostTracker();
  const types = ['Email', 'SMS', 'IM', 'VoiceCall'] as const;
  const addresses = { Email: EMAILS, SMS: NUMBERS, IM: [...EMAILS, ...NUMBERS], VoiceCall: NUMBERS };
  const rows = types.flatMap((contactType) =>
    addresses[contactType].map((address, index) => ({
      contactType,
      address,
      name: at(NAMES, index + contactType.length),
      confirmed: index % 3 === 0,
      ...(contactType === 'Email' ? { sendBillingNotifications: index % 4 === 1 } : {}),
      billingOverlimit: index % 5 === 2 ? ['SmsBalance'] : [],
    })),
  );
  emulator.reset({ contacts: rows });
  return emulator;
}

/** Every column of the address book with every kind of text, blanks around addresses among them. */
export async function startHostileHostway() {
  const emulator = await startHostway();
  const columns = [
    ...['firstName', 'lastName', 'displayName', 'title', 'company', 'department', 'roomNumber', 'streetAddress'],
    ...['postalCode', 'city', 'state', 'country', 'isdnNumber', 'pager', 'telexNumber', 'businessFax'],
  ];
  const phones = ['homePhone', 'mobilePhone', 'businessPhone'];
  const rows = NAMES.map((name, index) => ({
    name,
    email: index % 6 === 5 ? ` ${at(EMAILS, index)} ` : at(EMAILS, index),
    ...Object.fromEntries(
      columns.map((column, place) => [column, (index + place) % 4 === 3 ? '' : at(NAMES, index * 5 + place)]),
    ),
    ...Object.fromEntries(phones.map((column, place) => [column, at(TYPED, index * 3 + place)])),
  }));
  emulator.reset({ domains: { 'test-domain.com': rows } });
  return emulator;
}

/** Numbers as SerwerSMS corrects them, texts in any column, and rows in groups and in none. */
export async function startHostileSerwerSms() {
  const emulator = await startSerwerSms();
  const numbers = ['+48500111222', '500111222', '+485001112223', '+48600700800', '+54111523456789', 'wew. 12'];
  const groups = NAMES.filter((name) => name.length < 100).map((name, index) => ({ id: 11 + index, name }));
  const contacts = numbered(NAMES.length * 2).map((index) => ({
    id: 1 + index,
    phone: at(numbers, index),
    email: index % 4 === 3 ? '' : at(EMAILS, index),
    first_name: index % 5 === 4 ? '' : at(NAMES, index),
    last_name: index % 3 === 2 ? '' : at(NAMES, index * 7 + 1),
    // What is found in here only is no match of ours.
    company: at(EMAILS, index + 3),
    description: at([...NAMES, ...numbers], index * 5 + 2),
    group_id: index % 4 === 0 ? null : at(groups, index).id,
  }));
  emulator.reset({ groups, contacts });
  return emulator;
}

/** More rows than a page of CloudSigma's has. */
export async function startHostileCloudSigma() {
  const emulator = await startCloudSigma();
  const contacts = numbered(45).map((index) => ({
    email: at(EMAILS, index),
    name: at(NAMES, index),
    phone: at(TYPED, index) || null,
    main: index === 0 ? true : null,
  }));
  emulator.reset({ contacts });
  return emulator;
}

const STATUSES = [
  ...['completed', 'pending', 'failed', 'pending_retry', 'processing', 'done', 'Pending', 'invalid', 'initializing'],
  ...['suspended', 'unfailed', 'DONE', 'reinvalidated', ''],
];
const CAMPAIGN_STATUSES = [
  ...['new', 'ready', 'active', 'running', 'paused', 'completed', 'stopped', 'failed', 'Running', 'renewed', 'ACTIVE'],
  ...['unfailed', 'incompleted', ''],
];
const PROGRAM_TYPES = [
  ...['sendfax', 'sendsms', 'sendemail', 'voicemessage', 'voicetts', 'emailtofax', 'faxtoemail', 'receivefax'],
  ...['receivesms', 'receiveemail', 'ivr', 'agent', 'sendfaxes', 'SendFax', 'presendsms'],
];

/** Texts and numbers as typed, statuses and types that hold each other's words, keys that end alike, two services at once. */
export async function startHostileIctCore() {
  // Time stands still, or campaigns would go on and end.
  const now = Date.now();
  const emulator = await startIctCore({ clock: { now: () => now, advance: () => now } });
  const named = NAMES.map((name) => ({ name }));
  emulator.reset({
    contacts: numbered(30).map((index) => ({
      contact_id: 1 + index,
      first_name: at(NAMES, index),
      last_name: index % 3 === 0 ? null : at(NAMES, index * 7 + 1),
      phone: at(TYPED, index),
      email: index % 7 === 6 ? null : index % 5 === 4 ? `${at(EMAILS, index)} ` : at(EMAILS, index),
    })),
    groups: [1, 2, 12, 21].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
    links: numbered(40).map((index) => ({
      group_id: at([1, 2, 12], index + Math.floor(index / 24)),
      contact_id: 1 + (index % 24),
    })),
    providers: numbered(6).map((index) => ({
      name: `trunk ${index}`,
      type: 'sip',
      service_flag: index * 3,
      active: 1,
    })),
    documents: named,
    recordings: named,
    templates: named,
    texts: named,
    programs: numbered(NAMES.length).map((index) => ({
      program_id: 1 + index,
      name: at(NAMES, index),
      type: at(PROGRAM_TYPES, index),
    })),
    campaigns: numbered(28).map((index) => ({
      campaign_id: 1 + index,
      program_id: at([1, 2, 12, 21, 0], index),
      group_id: at([1, 2, 12, 21], Math.floor(index / 3)),
      status: at(CAMPAIGN_STATUSES, index),
    })),
    transmissions: numbered(42).map((index) => ({
      transmission_id: 1 + index,
      service_flag: at([1, 2, 4, 8, 2, 16, 24, 0], index),
      account_id: 1 + (index % 2),
      contact_id: at([1, 2, 12, 21], Math.floor(index / 2)),
      program_id: at([1, 2, 12, 21], index),
      campaign_id: at([1, 2, 12, null, 21], index),
      direction: at(['outbound', 'inbound', 'INBOUND', 'not inbound', 'internal'], index),
      status: at(STATUSES, index),
    })),
    ...DEMO_USERS,
    users: [
      ...(DEMO_USERS.users ?? []),
      ...numbered(NAMES.length).map((index) => ({
        user_id: 3 + index,
        username: at(NAMES, index),
        email: at(EMAILS, index) + (index < EMAILS.length ? '' : 's'),
        // Blanks at the end do not count to the server.
        phone: at([...TYPED, '112 '], index),
        first_name: at(NAMES, index),
        active: 1,
      })),
    ],
  });
  return emulator;
}
