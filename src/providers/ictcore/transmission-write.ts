import type { Channel } from '../../graph/contact/contact.js';
import { complain, notThere } from '../../graph/target.js';
import type { TransmissionBackend, TransmissionWrites } from '../../graph/transmission/backend.js';
import type { Direction, Transmission } from '../../graph/transmission/transmission.js';
import type { CreateTransmissionInput } from '../../graph/transmission/write-input.js';
import type { Writing } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { either } from '../../wire/read.js';
import { lastAttempt } from './attempt-last.js';
import { newOf } from './body.js';
import { creation, deletion, existing, madeKey, send } from './changes.js';
import { naming } from './naming.js';
import { programEndpoints } from './program-endpoints.js';
import { CHANNELS, toListedProgram } from './program-row.js';
import { referencesOf, toWireId } from './references.js';
import { mistake, mistakesOf, numberOf, textOf } from './rules.js';
import { scheduleBy, scheduling } from './schedule.js';
import { flagOf } from './service.js';
import { sure } from './sure.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { copiesBefore } from './transmission-look.js';
import { transmissionStatusOf } from './transmission-row.js';
import { refuseUnsendable, sendingWrites } from './transmission-send.js';
import { waitingAttempt } from './transmission-stuck.js';
import type { Doubt } from './turns.js';
import type { Way } from './way.js';

const PATH = '/transmissions';

const transmissions = {
  // The guide answers a `text_id`, which is a slip.
  create: { ...creation(PATH, 'transmission_id'), answer: either(madeKey('transmission_id'), madeKey('text_id')) },
  remove: deletion(PATH),
  // A GET that makes something: it has no other method.
  clone: {
    name: `GET ${PATH}/{id}/clone`,
    method: 'GET',
    path: (key) => `${PATH}/${segment(key)}/clone`,
    effect: 'acts',
    answer: madeKey('transmission_id'),
  } satisfies Endpoint<string, string>,
  schedule: scheduling('PUT', PATH, '/schedule'),
  cancelSchedule: deletion(PATH, '/schedule'),
};

const COLUMNS = { title: 'title', origin: 'origin', triesAllowed: 'try_allowed' };
const REFERENCES = { programId: 'program', contactId: 'contact', accountId: 'account' } as const;

const RULES = {
  title: textOf({ most: 255 }),
  origin: textOf({ most: 128 }),
  channel: (value: unknown) => (value === 'IM' ? 'can be VOICE, FAX, SMS or EMAIL, not IM.' : undefined),
  direction: (value: unknown) => (value === 'UNKNOWN' ? 'can be OUTBOUND or INBOUND, not UNKNOWN.' : undefined),
  triesAllowed: numberOf(1, 2_147_483_647),
};

interface Reads extends Pick<TransmissionBackend, 'byKeys'> {
  /** Fails where the server can't load it, as it could not clone it either. */
  readonly readItem: (key: string, asking: Asking) => Promise<Transmission | undefined>;
}

/** How transmissions of an installation are written. */
export function transmissionWrites(way: Way, { byKeys, readItem }: Reads, doubt: Doubt): TransmissionWrites {
  const upstream = way.upstream.name;
  /** A channel that is not the program's: the server takes it, and fails as it sends. */
  const contradiction = async (channel: Channel, program: string, writing: Writing): Promise<Mistake[]> => {
    const rows = await way.call(programEndpoints.listPrograms, { program_id: program }, { ...writing, fresh: true });
    const row = rows.find(({ program_id: key }) => key === program);
    const carrier = row && CHANNELS[toListedProgram(row, way.upstream).type];
    if (carrier === undefined || carrier === channel) return [];
    return [mistake('channel', `"channel" must be ${carrier}, as that is what this program sends by, or be left out.`)];
  };
  const read = async (key: string, writing: Writing) => (await byKeys([key], { ...writing, fresh: true })).get(key);

  return {
    ...sendingWrites(way, doubt),
    create: async (input: CreateTransmissionInput, writing) => {
      const { keys, fields, mistakes } = referencesOf(input, REFERENCES, upstream);
      complain([...mistakesOf(input, RULES), ...mistakes]);
      const [program, contact, account] = ['programId', 'contactId', 'accountId'].map((field) => keys.get(field));
      if (program === undefined || contact === undefined) throw new TypeError('a checked reference has no key');
      if (input.channel) complain(await contradiction(input.channel, program, writing));
      const body = {
        program_id: toWireId(program),
        contact_id: toWireId(contact),
        ...(account === undefined ? {} : { account_id: toWireId(account) }),
        ...newOf(input, COLUMNS),
        ...carriedBy(input.channel),
        ...going(input.direction),
      };
      const trail = await copiesBefore(way, { program, contact }, writing);
      if (trail) writing.remember(trail);
      const key = await naming(way.call(transmissions.create, body, writing), fields);
      return { result: { key } };
    },
    remove: async (asked, writing) => {
      const key = existing(asked, 'transmission', upstream);
      await sure(
        () => send(way, transmissions.remove, key, writing),
        async () => !(await read(key, writing)),
      );
    },
    clone: async (asked, writing) => {
      const original = existing(asked, 'transmission', upstream);
      const { programKey: program, contactKey: contact } =
        (await readItem(original, { ...writing, fresh: true })) ?? missing();
      const trail = program && contact ? await copiesBefore(way, { program, contact }, writing) : undefined;
      if (trail) writing.remember(trail);
      const key = await naming(way.call(transmissions.clone, original, writing), {}, 'transmission');
      return { result: { key } };
    },
    schedule: scheduleBy(way, {
      noun: 'transmission',
      endpoint: transmissions.schedule,
      now: doubt.now,
      check: async (key, writing) => {
        const fresh = { ...writing, fresh: true };
        const word = await naming(way.call(transmissionEndpoints.status, key, fresh), {}, 'transmission');
        const isSending = transmissionStatusOf(word) === 'PROCESSING';
        const last = isSending ? await lastAttempt(way, key, fresh) : null;
        // What is being sent may fail, and then be sent again; what is stuck the server would refuse, in silence.
        if (!isSending || waitingAttempt(word, last)) refuseUnsendable(word, last);
      },
    }),
    cancelSchedule: async (asked, writing) => {
      const key = existing(asked, 'transmission', upstream);
      await naming(send(way, transmissions.cancelSchedule, key, writing), {}, 'transmission');
      return { result: { key } };
    },
  };
}

function missing(): never {
  throw notThere('transmission', ['id']);
}

function carriedBy(channel: Channel | null | undefined): Readonly<Record<string, number>> {
  const flag = channel ? flagOf(channel) : undefined;
  return flag === undefined ? {} : { service_flag: Number(flag) };
}

function going(direction: Direction | null | undefined): Readonly<Record<string, string>> {
  return direction ? { direction: direction.toLowerCase() } : {};
}
