import { contacts } from './contacts.js';
import { documents } from './documents.js';
import { CoreException, PhpError } from './errors.js';
import { expectNamed } from './program-making.js';
import { applicationsOf, parametersOf, PROGRAM_TYPES, programs } from './program-table.js';
import { providers } from './providers.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';
import { spoolResults, spools, transmissions } from './transmission-table.js';

const REFUSED: Readonly<Record<string, string>> = {
  invalid: 'Invalid transmission, unable to process',
  processing: 'Transmission already in process',
  completed: 'Transmission completed, request denied',
};
const EMAIL = 8;
/** The community edition's word for who must not be called (code). */
const DO_NOT_CALL = 'failed(dnc)';
/** A failed transmission that may be tried again is, a minute later (code). */
export const RETRY_DELAY = 60_000;

type Fate = 'answered' | 'busy' | 'lost';

/**
 * Starts an attempt and answers its number; what comes of it is seen as the clock moves on. The server saves that it
 * sends before it looks how: what fails then leaves the transmission `processing` and its attempt `queued`, for ever.
 */
export function send(state: State, transmission: Row): number | true {
  const refused = REFUSED[transmission['status'] ?? ''];
  if (refused) throw new CoreException(423, refused);
  if (transmission['status'] === DO_NOT_CALL && state.configuration().edition === 'community') {
    state.rows(transmissions).update(transmission, { response: 'Do not call' });
    return true;
  }
  const { transmission_id, account_id, service_flag } = transmission;
  state.rows(transmissions).update(transmission, {
    status: 'processing',
    try_done: Number(transmission['try_done']) + 1,
    last_run: state.seconds(),
  });
  const spool = state
    .rows(spools)
    .insert({ transmission_id, account_id, service_flag, status: 'queued', time_spool: state.seconds() });
  handOver(state, transmission);
  state.rows(spools).update(spool, { status: 'started', time_start: state.seconds() });
  const isDown = ((state.configuration().gateways_down ?? 0) & Number(service_flag)) !== 0;
  if (!isDown) proceed(state, transmission, spool);
  return Number(spool['spool_id']);
}

/** Looks for what is to be sent and for a way, and gives it to the gateway; only e-mail needs no provider (capture 195). */
function handOver(state: State, transmission: Row): void {
  const service = Number(transmission['service_flag']);
  const program = state.rows(programs).find(toInteger(transmission['program_id'] ?? ''));
  if (!program) throw new CoreException(404, 'Program not found');
  expectNamed(state, program['type'] ?? '', parametersOf(program));
  const carrier = PROGRAM_TYPES[program['type'] ?? '']?.service;
  if (carrier !== undefined && carrier !== service) throw new PhpError('the application is none of this service');
  if (service !== EMAIL && !hasProvider(state, service)) throw new CoreException(404, 'No provider available');
  const isRefusing = ((state.configuration().gateways_refusing ?? 0) & service) !== 0;
  if (service === EMAIL) {
    const contact = state.rows(contacts).find(toInteger(transmission['contact_id'] ?? ''));
    if (!contact?.['email']) throw new CoreException(500, 'error while preparing email message');
    if (isRefusing) throw new CoreException(500, 'error while sending email');
  }
  if (isRefusing) throw new PhpError('the gateway refused the connection');
}

/** Sends from the background, where nobody hears of a refusal. */
export function trySending(state: State, transmission: Row): boolean {
  try {
    send(state, transmission);
    return true;
  } catch (error) {
    if (error instanceof CoreException || error instanceof PhpError) return false;
    throw error;
  }
}

function proceed(state: State, transmission: Row, spool: Row): void {
  const { update } = state.rows(spools);
  state.later(state.pace, () => {
    const fate = fateOf(state, transmission);
    state.later(state.pace, () => {
      if (fate !== 'busy') update(spool, { status: 'connected', time_connect: state.seconds() });
      state.later(state.pace, () => {
        finish(state, transmission, spool, fate);
      });
    });
  });
}

function finish(state: State, transmission: Row, spool: Row, fate: Fate): void {
  const status = fate === 'answered' ? 'completed' : 'failed';
  state.rows(spools).update(spool, { status, time_end: state.seconds() });
  writeResults(state, transmission, spool, fate);
  // It may have been deleted, or its status written, in the meantime.
  if (state.rows(transmissions).find(Number(transmission['transmission_id'])) !== transmission) return;
  if (transmission['status'] !== 'processing') return;
  state.rows(transmissions).update(transmission, { status, last_run: state.seconds() });
  if (status === 'failed' && Number(transmission['try_allowed']) > Number(transmission['try_done'])) {
    state.later(RETRY_DELAY, () => trySending(state, transmission));
  }
}

/** The phone number decides: ending in 0000 it is busy, in 9999 the line is lost; so is an e-mail to bounce@…. */
function fateOf(state: State, transmission: Row): Fate {
  const contact = state.rows(contacts).find(toInteger(transmission['contact_id'] ?? ''));
  if (Number(transmission['service_flag']) === EMAIL)
    return contact?.['email']?.startsWith('bounce@') ? 'lost' : 'answered';
  const digits = (contact?.['phone'] ?? '').replace(/\D/g, '');
  if (digits === '' || digits.endsWith('0000')) return 'busy';
  return digits.endsWith('9999') ? 'lost' : 'answered';
}

/** One row for each application that was reached; sending a fax tells its pages as well (captures 199 and 201). */
function writeResults(state: State, transmission: Row, spool: Row, fate: Fate): void {
  const program = state.rows(programs).find(toInteger(transmission['program_id'] ?? '')) ?? {};
  const names = applicationsOf(program);
  const write = (application: number, type: string, name: string, data: string): void => {
    state.rows(spoolResults).insert({
      application_id: Number(program['applications_before'] ?? 0) + application,
      type,
      name,
      data,
      date_created: state.seconds(),
      spool_id: spool['spool_id'],
    });
  };
  // The application that carries the message: the last but the hanging up.
  const message = Math.max(0, names.length - 2);
  for (const [index, name] of names.entries()) {
    const fails = (fate === 'busy' && index === 0) || (fate === 'lost' && index === message);
    if (name === 'fax_send' && !fails) write(index + 1, 'info', 'pages', pagesOf(state, program));
    write(index + 1, 'application', name, fails ? 'error' : 'success');
    if (fails && fate === 'busy') return;
  }
}

function pagesOf(state: State, program: Row): string {
  const document = state.rows(documents).find(Number(parametersOf(program)['document_id']));
  return document?.['pages'] ?? '0';
}

function hasProvider(state: State, service: number): boolean {
  return state
    .rows(providers)
    .all()
    .some((row) => row['active'] === '1' && (Number(row['service_flag']) & service) === service);
}
