import type { Channel } from '../../../graph/contact/types.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { TransmissionBackend, TransmissionWrites } from '../../../graph/transmission/backend.js';
import type { Direction, Transmission } from '../../../graph/transmission/types.js';
import type { CreateTransmissionInput } from '../../../graph/transmission/inputs.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { either } from '../../../wire/value-readers.js';
import { readLastAttempt } from '../attempt/last-attempt.js';
import { toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  createdKey,
  sendWrite,
} from '../shared/writes/write-endpoints.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { programEndpoints } from '../program/endpoints.js';
import { PROGRAM_CHANNELS, toListedProgram } from '../program/columns.js';
import { readReferences, toWireId } from '../references.js';
import { validateInput, wholeNumberRule, textRule } from '../shared/writes/rules.js';
import { createSchedule, defineScheduleEndpoint } from '../shared/writes/schedule.js';
import { serviceFlagOf } from '../shared/reads/service-flags.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { transmissionEndpoints } from './endpoints.js';
import { readCopyHint } from './recovery.js';
import { transmissionStatusOf } from './columns.js';
import { rejectUnsendable, createSendWrites } from './send.js';
import { unsentAttemptOf } from './stuck.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

const PATH = '/transmissions';

const transmissionWriteEndpoints = {
  // The guide answers a `text_id`, which is a slip.
  create: {
    ...defineCreateEndpoint(PATH, 'transmission_id'),
    answer: either(createdKey('transmission_id'), createdKey('text_id')),
  },
  remove: defineDeleteEndpoint(PATH),
  // A GET that makes something: it has no other method.
  clone: {
    name: `GET ${PATH}/{id}/clone`,
    method: 'GET',
    path: (key) => `${PATH}/${encodeSegment(key)}/clone`,
    effect: 'acts',
    answer: createdKey('transmission_id'),
  } satisfies Endpoint<string, string>,
  schedule: defineScheduleEndpoint('PUT', PATH, '/schedule'),
  cancelSchedule: defineDeleteEndpoint(PATH, '/schedule'),
};

const WIRE_NAMES = { title: 'title', origin: 'origin', triesAllowed: 'try_allowed' };
const REFERENCES = { programId: 'program', contactId: 'contact', accountId: 'account' } as const;

const RULES = {
  title: textRule({ maxBytes: 255 }),
  origin: textRule({ maxBytes: 128 }),
  channel: (value: unknown) => (value === 'IM' ? 'can be VOICE, FAX, SMS or EMAIL, not IM.' : undefined),
  direction: (value: unknown) => (value === 'UNKNOWN' ? 'can be OUTBOUND or INBOUND, not UNKNOWN.' : undefined),
  triesAllowed: wholeNumberRule(1, 2_147_483_647),
};

interface WriteReads extends Pick<TransmissionBackend, 'byKeys'> {
  /** Fails where the server can't load it, as it could not clone it either. */
  readonly readItem: (key: string, callOptions: CallOptions) => Promise<Transmission | undefined>;
}

/** How transmissions of an installation are written. */
export function createTransmissionWrites(
  session: Session,
  { byKeys, readItem }: WriteReads,
  outcomeWindow: OutcomeWindow,
): TransmissionWrites {
  const upstream = session.upstream.name;
  /** A channel that is not the program's: the server takes it, and fails as it sends. */
  const validateChannel = async (
    channel: Channel,
    program: string,
    writeAttempt: WriteAttempt,
  ): Promise<UserErrorDetail[]> => {
    const rows = await session.call(
      programEndpoints.list,
      { program_id: program },
      { ...writeAttempt, bypassCache: true },
    );
    const row = rows.find(({ program_id: key }) => key === program);
    const carrier = row && PROGRAM_CHANNELS[toListedProgram(row, session.upstream).type];
    if (carrier === undefined || carrier === channel) return [];
    return [
      inputError('channel', `"channel" must be ${carrier}, as that is what this program sends by, or be left out.`),
    ];
  };
  const read = async (key: string, writeAttempt: WriteAttempt) =>
    (await byKeys([key], { ...writeAttempt, bypassCache: true })).get(key);

  return {
    ...createSendWrites(session, outcomeWindow),
    create: async (input: CreateTransmissionInput, writeAttempt) => {
      const { keys, fields, userErrors } = readReferences(input, REFERENCES, upstream);
      throwIfInvalid([...validateInput(input, RULES), ...userErrors]);
      const [program, contact, account] = ['programId', 'contactId', 'accountId'].map((field) => keys.get(field));
      if (program === undefined || contact === undefined) throw new TypeError('a checked reference has no key');
      if (input.channel) throwIfInvalid(await validateChannel(input.channel, program, writeAttempt));
      const body = {
        program_id: toWireId(program),
        contact_id: toWireId(contact),
        ...(account === undefined ? {} : { account_id: toWireId(account) }),
        ...toCreateBody(input, WIRE_NAMES),
        ...toServiceFlagBody(input.channel),
        ...toDirectionBody(input.direction),
      };
      const hint = await readCopyHint(session, { program, contact }, writeAttempt);
      if (hint) writeAttempt.recordRecoveryHint(hint);
      const key = await translateRejection(session.call(transmissionWriteEndpoints.create, body, writeAttempt), fields);
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'transmission', upstream);
      await confirmWrite(
        () => sendWrite(session, transmissionWriteEndpoints.remove, key, writeAttempt),
        async () => !(await read(key, writeAttempt)),
      );
    },
    clone: async (requestedKey, writeAttempt) => {
      const original = requireValidKey(requestedKey, 'transmission', upstream);
      const { programKey: program, contactKey: contact } =
        (await readItem(original, { ...writeAttempt, bypassCache: true })) ?? throwNotFound();
      const hint = program && contact ? await readCopyHint(session, { program, contact }, writeAttempt) : undefined;
      if (hint) writeAttempt.recordRecoveryHint(hint);
      const key = await translateRejection(
        session.call(transmissionWriteEndpoints.clone, original, writeAttempt),
        {},
        'transmission',
      );
      return { result: { key } };
    },
    schedule: createSchedule(session, {
      noun: 'transmission',
      endpoint: transmissionWriteEndpoints.schedule,
      now: outcomeWindow.now,
      checkSchedulable: async (key, writeAttempt) => {
        const fresh = { ...writeAttempt, bypassCache: true };
        const word = await translateRejection(
          session.call(transmissionEndpoints.readStatus, key, fresh),
          {},
          'transmission',
        );
        const isSending = transmissionStatusOf(word) === 'PROCESSING';
        const last = isSending ? await readLastAttempt(session, key, fresh) : null;
        // What is being sent may fail, and then be sent again; what is stuck the server would refuse, in silence.
        if (!isSending || unsentAttemptOf(word, last)) rejectUnsendable(word, last);
      },
    }),
    cancelSchedule: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'transmission', upstream);
      await translateRejection(
        sendWrite(session, transmissionWriteEndpoints.cancelSchedule, key, writeAttempt),
        {},
        'transmission',
      );
      return { result: { key } };
    },
  };
}

function throwNotFound(): never {
  throw notFoundError('transmission', ['id']);
}

function toServiceFlagBody(channel: Channel | null | undefined): Readonly<Record<string, number>> {
  const flag = channel ? serviceFlagOf(channel) : undefined;
  return flag === undefined ? {} : { service_flag: Number(flag) };
}

function toDirectionBody(direction: Direction | null | undefined): Readonly<Record<string, string>> {
  return direction ? { direction: direction.toLowerCase() } : {};
}
