import { PROGRAM_TYPES } from './program-table.js';
import { PROGRAMS } from './seed-messages.js';
import type { Values } from './table.js';

const DAY = 1_767_312_000;
const HOUR = 3_600;

/** How single transmissions ended, in turn; every status there is, the common ones more often. */
const STATUSES = [
  ...['completed', 'completed', 'failed', 'pending', 'completed', 'processing', 'completed', 'pending_retry'],
  ...['completed', 'failed', 'invalid', 'completed', 'pending', 'initializing', 'completed', 'done'],
] as const;
/** Programs in turn; the last two are inbound. */
const USED: readonly number[] = [1, 2, 3, 4, 1, 8, 9];
const INBOUND: readonly number[] = [8, 9];
const SINGLES = 32;

/** A campaign, its group's members and how many of them it has reached. */
const RUNS = [
  { campaign_id: 1, program_id: 3, group_id: 2, first: 18, members: 7, done: 7, status: 'completed', cpm: 30 },
  { campaign_id: 2, program_id: 2, group_id: 1, first: 1, members: 20, done: 8, status: 'paused', cpm: 4 },
  { campaign_id: 3, program_id: 1, group_id: 4, first: 25, members: 9, done: 3, status: 'running', cpm: 1 },
  { campaign_id: 4, program_id: 4, group_id: 3, first: 1, members: 0, done: 0, status: 'new', cpm: 2 },
] as const;

export const CAMPAIGNS: readonly Values[] = RUNS.map(({ campaign_id, program_id, group_id, status, cpm }) => ({
  ...{ campaign_id, program_id, group_id, status, cpm },
  account_id: 1,
  try_allowed: campaign_id === 2 ? 2 : 1,
  user_id: 1,
  date_created: DAY + campaign_id * HOUR,
  ...(status === 'new' ? {} : { last_updated: DAY + campaign_id * 2 * HOUR, updated_by: 1 }),
}));

const singles: readonly Values[] = Array.from({ length: SINGLES }, (_, index) => {
  const program_id = USED[index % USED.length] ?? 1;
  const isInbound = INBOUND.includes(program_id);
  return {
    program_id,
    contact_id: 1 + ((index * 7) % 30),
    account_id: isInbound ? 3 : 1 + (index % 2),
    user_id: 1 + (index % 2),
    direction: isInbound ? 'inbound' : 'outbound',
    status: isInbound ? 'completed' : STATUSES[index % STATUSES.length],
    try_allowed: 1 + (index % 3),
    date_created: DAY + index * 5 * HOUR,
    ...(index % 8 === 3 ? { title: `Sprawa ${index}/2026` } : {}),
  };
});

const run: readonly Values[] = RUNS.flatMap(({ campaign_id, program_id, first, members, done }) =>
  Array.from({ length: members }, (_, index) => ({
    ...{ campaign_id, program_id },
    contact_id: first + index,
    account_id: 1,
    user_id: 1,
    direction: 'outbound',
    status: index >= done ? 'pending' : index % 5 === 4 ? 'failed' : 'completed',
    date_created: DAY + campaign_id * HOUR + index * 60,
  })),
);

/** Over several programs and contacts, single ones and those of the campaigns, in every status. */
export const TRANSMISSIONS: readonly Values[] = [...singles, ...run].map((row, index) => {
  const program = PROGRAMS[Number(row['program_id']) - 1] ?? {};
  const sent = isSent(row);
  return {
    transmission_id: index + 1,
    title: program['name'],
    origin: program['type'],
    service_flag: PROGRAM_TYPES[String(program['type'])]?.service,
    ...row,
    ...(sent ? { try_done: 1, last_run: Number(row['date_created']) + 30 } : {}),
  };
});

const sent = TRANSMISSIONS.filter(isSent);

/** One attempt of each that was sent. */
export const SPOOLS: readonly Values[] = sent.map((row, index) => {
  const at = Number(row['last_run']);
  const { transmission_id, account_id, service_flag, status } = row;
  return {
    spool_id: index + 1,
    ...{ transmission_id, account_id, service_flag },
    status: status === 'processing' ? 'started' : status === 'pending_retry' ? 'failed' : status,
    time_spool: at,
    time_start: at + 2,
    ...(status === 'processing' ? {} : { time_connect: at + 4, time_end: at + 6 }),
  };
});

export const SPOOL_RESULTS: readonly Values[] = sent.flatMap((row, index) => {
  const names = PROGRAM_TYPES[String(row['origin'])]?.applications ?? [];
  const before = PROGRAMS.slice(0, Number(row['program_id']) - 1)
    .map((program) => PROGRAM_TYPES[String(program['type'])]?.applications.length ?? 1)
    .reduce((sum, length) => sum + length, 0);
  const result = (type: string, name: string, data: string, position: number): Values => ({
    application_id: before + position + 1,
    ...{ type, name, data },
    date_created: Number(row['last_run']) + 6,
    spool_id: index + 1,
  });
  if (row['status'] === 'processing') return [];
  if (row['status'] !== 'completed') return [result('application', names[0] ?? '', 'error', 0)];
  return names.flatMap((name, position) => [
    ...(name === 'fax_send' ? [result('info', 'pages', '1', position)] : []),
    result('application', name, 'success', position),
  ]);
});

function isSent({ status }: Values): boolean {
  return ['completed', 'failed', 'processing', 'pending_retry'].includes(String(status));
}
