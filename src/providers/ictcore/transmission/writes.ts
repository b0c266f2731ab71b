import type { Channel } from '../../../graph/contact/types.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { TransmissionBackend, TransmissionWrites } from '../../../graph/transmission/backend.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import type { CreateTransmissionInput } from '../../../graph/transmission/inputs.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { readLastAttempt } from '../attempt/last-attempt.js';
import { toCreateBody } from '../shared/writes/body.js';
import { byInputField } from '../shared/reads/reference-columns.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { programEndpoints } from '../program/endpoints.js';
import { programKindOf } from '../program/kinds.js';
import { readReferences, referenceIds } from '../references.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { validateInput } from '../shared/writes/rules.js';
import { createSchedule } from '../shared/writes/schedule.js';
import { serviceFlagOf } from '../shared/reads/service-flags.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { transmissionEndpoints } from './endpoints.js';
import { readCopyHint } from './recovery.js';
import { transmissionColumns, transmissionStatusOf } from './columns.js';
import { rejectUnsendable, createSendWrites } from './send.js';
import { unsentAttemptOf } from './stuck.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

const { rules, wireNames } = transmissionColumns;
const REFERENCES = { programId: 'program', contactId: 'contact', accountId: 'account' } as const;

interface WriteReads extends Pick<TransmissionBackend, 'byKeys'> {
  /** Fails where the server can't load the transmission, as it could not clone it either. */
  readonly readItem: (key: string, callOptions: CallOptions) => Promise<Transmission | undefined>;
}

/** How transmissions of an installation are written. */
export function createTransmissionWrites(
  session: Session,
  { byKeys, readItem }: WriteReads,
  outcomeWindow: OutcomeWindow,
): TransmissionWrites {
  const upstream = session.upstream.name;
  /** The error of a channel that is not the program's: the server would take it, and fail as it sends. */
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
    const carrier = programKindOf(row?.type)?.channel;
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
      throwIfInvalid([...validateInput(input, byInputField(rules)), ...userErrors]);
      const [program, contact] = ['programId', 'contactId'].map((field) => keys.get(field));
      if (program === undefined || contact === undefined) throw new TypeError('a checked reference has no key');
      if (input.channel) throwIfInvalid(await validateChannel(input.channel, program, writeAttempt));
      const channel = input.channel && serviceFlagOf(input.channel);
      const cells = Object.assign({}, input, referenceIds(keys), {
        channel: channel ? Number(channel) : null,
        direction: input.direction?.toLowerCase(),
      });
      const body = toCreateBody<CreateTransmissionInput>(cells, byInputField(wireNames));
      const hint = await readCopyHint(session, { program, contact }, writeAttempt);
      if (hint) writeAttempt.recordRecoveryHint(hint);
      const key = await translateRejection(session.call(transmissionEndpoints.create, body, writeAttempt), fields);
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'transmission', upstream);
      await confirmWrite(
        () => sendWrite(session, transmissionEndpoints.delete, key, writeAttempt),
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
        session.call(transmissionEndpoints.clone, original, writeAttempt),
        {},
        'transmission',
      );
      return { result: { key } };
    },
    schedule: createSchedule(session, {
      noun: 'transmission',
      endpoint: transmissionEndpoints.schedule,
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
        // A transmission that is being sent may fail by then, and be sent again. A stuck one the server would reject then,
        // without an error that anybody sees.
        if (!isSending || unsentAttemptOf(word, last)) rejectUnsendable(word, last);
      },
    }),
    cancelSchedule: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'transmission', upstream);
      await translateRejection(
        sendWrite(session, transmissionEndpoints.cancelSchedule, key, writeAttempt),
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
