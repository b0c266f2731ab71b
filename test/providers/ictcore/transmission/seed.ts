import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import type { Noun } from '../../../../src/graph/ports/backends.js';

export type Sent = Readonly<Record<string, string | number | null>>;

const STATUSES = [
  ...['completed', 'pending', 'failed', 'pending_retry', 'processing', 'done', 'Pending', 'invalid', 'initializing'],
  ...['suspended', 'unfailed', 'completed'],
];
const DIRECTIONS = ['outbound', 'outbound', 'inbound', 'not inbound', 'INBOUND'];
// No server sets two services, but a client may; 16 is video.
const FLAGS = [1, 2, 4, 8, 2, 16, 18, 3, 0, 6, 24, null];
/** 99 was deleted. */
const PROGRAMS = [1, 2, 12, 99];
const CAMPAIGNS = [null, 1, null, 2, 77];

/** Transmissions in every state that there is, and in some that there should not be. */
export const SENT: readonly Sent[] = Array.from({ length: 60 }, (_, index) => ({
  transmission_id: index + 1,
  title: `title ${index}`,
  origin: 'sendfax',
  service_flag: FLAGS[index % FLAGS.length] ?? null,
  account_id: 1 + (index % 2),
  contact_id: 1 + (index % 3),
  program_id: PROGRAMS[index % PROGRAMS.length] ?? null,
  campaign_id: CAMPAIGNS[index % CAMPAIGNS.length] ?? null,
  direction: DIRECTIONS[(index * 3) % DIRECTIONS.length] ?? null,
  status: STATUSES[(index * 5 + Math.floor(index / 12)) % STATUSES.length] ?? null,
  response: index % 7 === 0 ? 'busy' : '',
  try_allowed: 2,
  user_id: 1,
  ...(index % 4 === 0 ? { last_run: 1_767_312_000 + index } : {}),
}));

export const SENDING: Seed = {
  contacts: [1, 2, 3].map((contact_id) => ({ contact_id, first_name: `Contact ${contact_id}`, phone: '48500111222' })),
  groups: [1, 2].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
  programs: [1, 2, 12, 21].map((program_id) => ({ program_id, name: `Program ${program_id}`, type: 'sendfax' })),
  campaigns: [1, 2].map((campaign_id) => ({ campaign_id, program_id: 1, group_id: campaign_id, status: 'new' })),
  transmissions: SENT,
};

// What a client is to see of a row.
const STATUS: Readonly<Record<string, string>> = {
  pending: 'PENDING',
  pending_retry: 'PENDING',
  initializing: 'PROCESSING',
  processing: 'PROCESSING',
  done: 'COMPLETED',
  completed: 'COMPLETED',
  failed: 'FAILED',
  invalid: 'INVALID',
};
const CHANNELS = [
  [1, 'VOICE'],
  [2, 'FAX'],
  [4, 'SMS'],
  [8, 'EMAIL'],
] as const;

export const statusOf = ({ status }: Sent): string => STATUS[String(status).toLowerCase()] ?? 'UNKNOWN';
export const channelOf = ({ service_flag: flag }: Sent): string | null =>
  CHANNELS.find(([bit]) => Number(flag) & bit)?.[1] ?? null;
/** Whether a channel's own list has it: of several services each finds it. */
export const isCarriedBy = ({ service_flag: flag }: Sent, channel: string): boolean =>
  CHANNELS.some(([bit, each]) => each === channel && Number(flag) & bit);
export const directionOf = ({ direction }: Sent): string => {
  const word = String(direction).toUpperCase();
  return word === 'OUTBOUND' || word === 'INBOUND' ? word : 'UNKNOWN';
};

export const programOf = ({ program_id: key }: Sent) => (key === 99 ? null : { upstreamId: String(key) });

/** The global id of something of the fixture's upstream. */
export function gid(noun: Noun, key: string | number): string {
  return encodeId('ictcore', noun, String(key));
}

/** One thing by its id, e.g. `ask(one('transmission', 1, '... on Transmission { status }'))`. */
export function one(noun: Noun, key: string | number, selection: string): string {
  return `{ node(id: "${gid(noun, key)}") { ${selection} } }`;
}
