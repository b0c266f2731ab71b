import { campaigns } from './campaign-table.js';
import { contacts } from './contacts.js';
import { links } from './links.js';
import { PROGRAM_TYPES, programs } from './program-table.js';
import { trySending } from './sending.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';
import { transmissions } from './transmission-table.js';

const MINUTE = 60_000;
/** In these a start changes nothing. */
const UNMOVED: readonly string[] = ['running', 'completed'];

/** Starts the daemon of a campaign: only one that is `new` gets transmissions made, one for each contact of its group. */
export function startCampaign(state: State, campaign: Row, userId: string | null): void {
  const status = campaign['status'] ?? '';
  if (UNMOVED.includes(status)) return;
  if (status === 'new') prepare(state, campaign);
  setStatus(state, campaign, 'running', userId);
  // One that has nothing to send is through at once (capture 253).
  if (pendingOf(state, campaign).length === 0) setStatus(state, campaign, 'completed', userId);
  else run(state, campaign);
}

export function stopCampaign(state: State, campaign: Row, userId: string | null): void {
  if (campaign['status'] === 'running') setStatus(state, campaign, 'paused', userId);
}

/** Sends one transmission whenever its time has come, `cpm` of them a minute. */
export function run(state: State, campaign: Row): void {
  state.later(MINUTE / Math.max(1, Number(campaign['cpm'])), () => {
    const isThere = state.rows(campaigns).find(Number(campaign['campaign_id'])) === campaign;
    if (!isThere || campaign['status'] !== 'running') return;
    const [next, ...rest] = pendingOf(state, campaign);
    if (next && !trySending(state, next)) state.rows(transmissions).update(next, { status: 'failed' });
    if (rest.length === 0) setStatus(state, campaign, 'completed', campaign['user_id'] ?? null);
    else run(state, campaign);
  });
}

function prepare(state: State, campaign: Row): void {
  const { campaign_id, program_id, group_id, account_id, try_allowed, user_id } = campaign;
  const program = state.rows(programs).find(toInteger(program_id ?? ''));
  if (!program) return;
  const members = new Set(
    state
      .rows(links)
      .all()
      .filter((link) => link['group_id'] === group_id)
      .map((link) => toInteger(link['contact_id'] ?? '')),
  );
  for (const contact_id of [...members].filter((id) => state.rows(contacts).find(id))) {
    state.rows(transmissions).insert({
      title: program['name'],
      origin: program['type'],
      service_flag: PROGRAM_TYPES[program['type'] ?? '']?.service ?? 1,
      direction: 'outbound',
      status: 'pending',
      ...{ contact_id, program_id, account_id, campaign_id, try_allowed, user_id },
      date_created: state.seconds(),
    });
  }
  setStatus(state, campaign, 'ready', user_id ?? null);
}

function pendingOf(state: State, { campaign_id }: Row): Row[] {
  return state
    .rows(transmissions)
    .all()
    .filter((row) => row['campaign_id'] === campaign_id && row['status'] === 'pending');
}

function setStatus(state: State, campaign: Row, status: string, userId: string | null): void {
  state.rows(campaigns).update(campaign, { status, last_updated: state.seconds(), updated_by: userId });
}
