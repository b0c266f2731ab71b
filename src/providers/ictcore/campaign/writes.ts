import type { CampaignBackend, CampaignWrites } from '../../../graph/campaign/backend.js';
import type { Campaign } from '../../../graph/campaign/types.js';
import type { CreateCampaignInput, UpdateCampaignInput } from '../../../graph/campaign/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid, invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { PerformAction } from '../../../graph/ports/writes.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { byInputField } from '../shared/reads/reference-columns.js';
import { translateRejection } from '../shared/writes/translate-rejection.js';
import { readReferences, referenceCells, referenceIds } from '../references.js';
import { validateInput } from '../shared/writes/rules.js';
import { createSchedule } from '../shared/writes/schedule.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { createActionTracker, type OutcomeWindow } from '../shared/writes/action-tracker.js';
import { campaignColumns } from './columns.js';
import { campaignEndpoints } from './endpoints.js';
import type { Session } from '../session.js';

const { rules, updateRules, wireNames } = campaignColumns;
const fieldNames = byInputField(wireNames);
const REFERENCES = { programId: 'program', groupId: 'group', accountId: 'account' } as const;

const START_OUTCOME_UNKNOWN =
  'An earlier call to start this campaign got no answer and may still be carried out. It was not started by this; see what its operation says, or ask again in a minute.';
const JUST_STARTED =
  'This campaign was started a moment ago, and the server is about to begin; it was not started again. Stop it first to start it anew.';

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
      throwIfInvalid([...validateInput(input, byInputField(rules)), ...userErrors]);
      await verifyExist(session, writeAttempt);
      const body = toCreateBody<CreateCampaignInput>(Object.assign({}, input, referenceIds(keys)), fieldNames);
      const key = await translateRejection(session.call(campaignEndpoints.create, body, writeAttempt), fields);
      return { result: { key } };
    },
    update: async (requestedKey, input: UpdateCampaignInput, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      const { keys, fields, userErrors, verifyExist } = readReferences(input, REFERENCES, upstream);
      throwIfInvalid([...validateInput(input, byInputField(updateRules)), ...userErrors]);
      const body = toChangeBody<UpdateCampaignInput>(Object.assign({}, input, referenceIds(keys)), fieldNames);
      if (Object.keys(body).length === 0) return { result: { key } };
      await verifyExist(session, writeAttempt);
      const cells = Object.assign({}, input, referenceCells(keys));
      const expected = digestExpected(cells, Object.keys(wireNames), wireNames, writeAttempt.digest);
      if (expected) writeAttempt.recordRecoveryHint(changeHint('campaign', key, expected));
      await translateRejection(
        sendWrite(session, campaignEndpoints.update, { key, body }, writeAttempt),
        fields,
        'campaign',
      );
      return { result: { key } };
    },
    remove: async (requestedKey, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'campaign', upstream);
      await confirmWrite(
        () => sendWrite(session, campaignEndpoints.delete, key, writeAttempt),
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
        // The server starts in the background, so that the status may be the old one for a while: a second start would send
        // everything twice.
        if (isStarted(key)) throw invalidInput(JUST_STARTED, ['id'], 'CONFLICT');
        if (isOutcomeUnknown(key)) throw invalidInput(START_OUTCOME_UNKNOWN, ['id'], 'CONFLICT');
        writeAttempt.recordRecoveryHint({ look: 'ictcore.started', key, before: status });
        await translateRejection(
          trackOutcome(key, sendWrite(session, campaignEndpoints.start, key, writeAttempt)),
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
        await sendWrite(session, campaignEndpoints.stop, key, writeAttempt);
        clearStarted(key);
      });
    }),
    scheduleStart: createSchedule(session, { noun: 'campaign', endpoint: campaignEndpoints.scheduleStart, now }),
    scheduleStop: createSchedule(session, { noun: 'campaign', endpoint: campaignEndpoints.scheduleStop, now }),
    cancelSchedule: runAction((key, writeAttempt) =>
      sendWrite(session, campaignEndpoints.cancelSchedule, key, writeAttempt),
    ),
  };
}
