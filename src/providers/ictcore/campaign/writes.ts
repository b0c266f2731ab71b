import type { CampaignBackend, CampaignWrites } from '../../../graph/campaign/backend.js';
import type { Campaign } from '../../../graph/campaign/types.js';
import type { CreateCampaignInput, UpdateCampaignInput } from '../../../graph/campaign/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid, invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { PerformAction } from '../../../graph/ports/writes.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import { encodeSegment } from '../../../wire/caller.js';
import { json } from '../../../wire/value-readers.js';
import { toChangeBody, toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  sendWrite,
  defineUpdateEndpoint,
  type WriteEndpoint,
} from '../shared/writes/write-endpoints.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { readReferences, toWireId } from '../references.js';
import { validateInput, wholeNumberRule } from '../shared/writes/rules.js';
import { createSchedule, defineScheduleEndpoint } from '../shared/writes/schedule.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { createActionTracker, type OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

const PATH = '/campaigns';

/** The documented PUT; a GET does the same, but caches and crawlers repeat GETs. */
function defineStartStopEndpoint(action: 'start' | 'stop', effect: 'acts' | 'replaces'): WriteEndpoint<string> {
  return {
    name: `PUT ${PATH}/{id}/${action}`,
    method: 'PUT',
    path: (key) => `${PATH}/${encodeSegment(key)}/${action}`,
    effect,
    answer: orAbsent(json),
  };
}

const campaignWriteEndpoints = {
  create: defineCreateEndpoint(PATH, 'campaign_id'),
  update: defineUpdateEndpoint(PATH),
  remove: defineDeleteEndpoint(PATH),
  start: defineStartStopEndpoint('start', 'acts'),
  stop: defineStartStopEndpoint('stop', 'replaces'),
  scheduleStart: defineScheduleEndpoint('POST', PATH, '/start/schedule'),
  scheduleStop: defineScheduleEndpoint('POST', PATH, '/stop/schedule'),
  // The guide's POST has no route.
  cancelSchedule: defineDeleteEndpoint(PATH, '/schedule'),
};

// Never `status`: a campaign that is not `new` is completed as it starts, and sends nothing.
const WIRE_NAMES = { transmissionsPerMinute: 'cpm', triesAllowed: 'try_allowed' };
const REFERENCES = { programId: 'program', groupId: 'group', accountId: 'account' } as const;
/** The server's own columns for references, and the row's. */
const REFERENCE_COLUMNS = [
  ['programId', 'program_id', 'programKey'],
  ['groupId', 'group_id', 'groupKey'],
  ['accountId', 'account_id', 'accountKey'],
] as const;

const START_OUTCOME_UNKNOWN =
  'An earlier call to start this campaign got no answer and may still be carried out. It was not started by this; see what its operation says, or ask again in a minute.';
const JUST_STARTED =
  'This campaign was started a moment ago, and the server is about to begin; it was not started again. Stop it first to start it anew.';
const MAX_INT32 = 2_147_483_647;
const CREATE_RULES = {
  transmissionsPerMinute: wholeNumberRule(1, MAX_INT32),
  triesAllowed: wholeNumberRule(1, MAX_INT32),
};
const requiredReference = (value: unknown): string | undefined =>
  value === null ? "can't be cleared: give an id, or leave it out to keep what is there." : undefined;
const UPDATE_RULES = {
  programId: requiredReference,
  groupId: requiredReference,
  accountId: requiredReference,
  transmissionsPerMinute: wholeNumberRule(1, MAX_INT32, { clears: false }),
  triesAllowed: wholeNumberRule(1, MAX_INT32, { clears: false }),
};

/** How campaigns of an installation are written. */
export function createCampaignWrites(
  session: Session,
  { byKeys }: Pick<CampaignBackend, 'byKeys'>,
  outcomeWindow: OutcomeWindow,
): CampaignWrites {
  const upstream = session.upstream.name;
  const { runExclusive, trackOutcome, isOutcomeUnknown, markStarted, isStarted, clearStarted } =
    createActionTracker(outcomeWindow);
  const { now } = outcomeWindow;

  const read = async (key: string, writeAttempt: WriteAttempt): Promise<Campaign | undefined> =>
    (await byKeys([key], { ...writeAttempt, bypassCache: true })).get(key);

  const toReferenceBody = (keys: ReadonlyMap<string, string>): Array<readonly [string, string | number]> =>
    REFERENCE_COLUMNS.flatMap(([field, name]) => {
      const key = keys.get(field);
      return key === undefined ? [] : [[name, toWireId(key)] as const];
    });

  const runAction =
    (action: (key: string, writeAttempt: WriteAttempt) => Promise<unknown>): PerformAction =>
    async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      await translateRejection(action(key, writeAttempt), {}, 'campaign');
      return { result: { key } };
    };

  return {
    create: async (input: CreateCampaignInput, writeAttempt) => {
      const { keys, fields, userErrors, verifyExist } = readReferences(input, REFERENCES, upstream);
      throwIfInvalid([...validateInput(input, CREATE_RULES), ...userErrors]);
      await verifyExist(session, writeAttempt);
      const body = { ...Object.fromEntries(toReferenceBody(keys)), ...toCreateBody(input, WIRE_NAMES) };
      const key = await translateRejection(session.call(campaignWriteEndpoints.create, body, writeAttempt), fields);
      return { result: { key } };
    },
    update: async (requestedKey, input: UpdateCampaignInput, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      const { keys, fields, userErrors, verifyExist } = readReferences(input, REFERENCES, upstream);
      throwIfInvalid([...validateInput(input, UPDATE_RULES), ...userErrors]);
      const body = { ...Object.fromEntries(toReferenceBody(keys)), ...toChangeBody(input, WIRE_NAMES) };
      if (Object.keys(body).length === 0) return { result: { key } };
      await verifyExist(session, writeAttempt);
      const { transmissionsPerMinute, triesAllowed } = input;
      const cells = [
        ...REFERENCE_COLUMNS.map(([field, , cell]) => [cell, keys.get(field)] as const),
        ...Object.entries({ transmissionsPerMinute, triesAllowed }),
      ].flatMap(([cell, value]) =>
        value === undefined || value === null ? [] : [[cell, writeAttempt.digest(value)] as const],
      );
      writeAttempt.recordRecoveryHint(changeHint('campaign', key, Object.fromEntries(cells)));
      await translateRejection(
        sendWrite(session, campaignWriteEndpoints.update, { key, body }, writeAttempt),
        fields,
        'campaign',
      );
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      await confirmWrite(
        () => sendWrite(session, campaignWriteEndpoints.remove, key, writeAttempt),
        async () => !(await read(key, writeAttempt)),
      );
    },
    start: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      return runExclusive(key, async () => {
        const { status } = (await read(key, writeAttempt)) ?? {};
        if (status === undefined) throw notFoundError('campaign', ['id']);
        if (status === 'RUNNING')
          throw invalidInput('This campaign runs already; it was not started.', ['id'], 'CONFLICT');
        if (status === 'COMPLETED') {
          const message = 'This campaign is completed and can’t run again; make a new one.';
          throw invalidInput(message, ['id'], 'CONFLICT');
        }
        // The server begins by itself, so that the status may be the old one for a while: two at work would send twice.
        if (isStarted(key)) throw invalidInput(JUST_STARTED, ['id'], 'CONFLICT');
        if (isOutcomeUnknown(key)) throw invalidInput(START_OUTCOME_UNKNOWN, ['id'], 'CONFLICT');
        writeAttempt.recordRecoveryHint({ look: 'ictcore.started', key, before: status });
        await translateRejection(
          trackOutcome(key, sendWrite(session, campaignWriteEndpoints.start, key, writeAttempt)),
          {},
          'campaign',
        );
        markStarted(key);
        return { result: { key } };
      });
    },
    stop: runAction((key, writeAttempt) => {
      writeAttempt.recordRecoveryHint({ look: 'ictcore.stopped', key });
      return runExclusive(key, async () => {
        await sendWrite(session, campaignWriteEndpoints.stop, key, writeAttempt);
        clearStarted(key);
      });
    }),
    scheduleStart: createSchedule(session, { noun: 'campaign', endpoint: campaignWriteEndpoints.scheduleStart, now }),
    scheduleStop: createSchedule(session, { noun: 'campaign', endpoint: campaignWriteEndpoints.scheduleStop, now }),
    cancelSchedule: runAction((key, writeAttempt) =>
      sendWrite(session, campaignWriteEndpoints.cancelSchedule, key, writeAttempt),
    ),
  };
}
