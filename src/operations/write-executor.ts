import { setTimeout as sleep } from 'node:timers/promises';

import type { CallOptions } from '../transport/exchange.js';
import { reserveKey, refuseInProgress } from './reserve-key.js';
import { createWriteLifecycle, type WriteLifecycle } from './write-lifecycle.js';
import type { Intent, Outcome, ProviderWriteResult, WriteAttempt } from './intent.js';
import { describeInvalidKey, scopeOf } from './idempotency-key.js';
import {
  RETENTION_MS,
  createRecordId,
  StoreUnavailable,
  type WriteExecutorOptions,
  type WriteContext,
} from './write-context.js';
import { refusedOutcome, markReplayed, STORE_UNAVAILABLE_MESSAGE } from './outcome.js';
import type { JsonObject, OperationRecord } from './record.js';
import { createStoreSecret } from './store-secret.js';
import { publishWriteEnd, stateOfOutcome } from './write-channel.js';
import { createReconciliation, type Reconciliation } from './reconciliation.js';
import { startReconcileSchedule } from './reconcile-schedule.js';

export type { WriteExecutorOptions } from './write-context.js';

/** Where every write goes through: sent at most once for a key, and honest about its outcome. */
export interface WriteExecutor extends Pick<Reconciliation, 'find' | 'list' | 'resolve'> {
  readonly execute: <Result extends JsonObject>(
    intent: Intent,
    callOptions: CallOptions,
    send: (attempt: WriteAttempt) => Promise<ProviderWriteResult<Result>>,
  ) => Promise<Outcome<Result>>;
  /**
   * Several writes that go out together, each with its own key and outcome. `send` gets the places of those that are
   * still to be done, and answers in their order.
   */
  readonly executeBatch: <Result extends JsonObject>(
    intents: readonly Intent[],
    callOptions: CallOptions,
    send: (
      indexes: readonly number[],
      attempt: WriteAttempt,
    ) => Promise<ReadonlyArray<ProviderWriteResult<Result> | Error>>,
  ) => Promise<ReadonlyArray<Outcome<Result>>>;
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

/** A write that is to be done, or what is known of it already. */
type StartedWrite =
  | { readonly lifecycle: WriteLifecycle; readonly resolveWaiting: (outcome: Outcome<JsonObject>) => void }
  | { readonly knownOutcome: Outcome<never> }
  | { readonly joinedOutcome: Promise<Outcome<JsonObject>> };

interface RunningWrite extends Pick<OperationRecord, 'fingerprint' | 'lease'> {
  readonly account: string | undefined;
  readonly outcome: Promise<Outcome<JsonObject>>;
}

/** How long a second call with the same key waits for the first. */
const JOIN_WAIT_MS = 2000;
/** How long a key is reserved before anything is sent: the write may first have to read and to wait for a slot. */
const RESERVATION_MS = 60_000;
const KEY_REQUIRED_MESSAGE =
  'This gateway is configured to take writes with an "idempotencyKey" only; send a new UUID for each.';

export function createWriteExecutor(options: WriteExecutorOptions): WriteExecutor {
  const context: WriteContext = { now: Date.now, ...options };
  const { store, now, warn, isKeyRequired } = context;
  const runningByScope = new Map<string, RunningWrite>();
  const { loadDigest, markAccount } = createStoreSecret(store);
  const reconciliation = createReconciliation(context, loadDigest, markAccount);
  const schedule = startReconcileSchedule(reconciliation, context);

  const createRecord = async (intent: Intent, callOptions: CallOptions): Promise<OperationRecord> => {
    const { mutation, upstream, key, target } = intent;
    const digest = await loadDigest();
    const account = await markAccount(upstream, callOptions);
    return {
      id: createRecordId(context),
      version: 1,
      mutation,
      upstream,
      key,
      scope: key === null ? null : scopeOf(intent, callOptions.principal ?? '', key),
      ...(account === undefined ? {} : { account }),
      fingerprint: digest(intent.arguments),
      target,
      state: 'RESERVED',
      createdAt: now(),
      dispatchedAt: null,
      finishedAt: null,
      lease: now() + RESERVATION_MS,
      owner: store.owner,
      expiresAt: now() + RETENTION_MS,
      result: null,
      mistakes: [],
      message: null,
      trail: null,
      settlements: [],
    };
  };

  /** Waits a little for a write with the same key that is under way in this process. */
  const joinRunning = async ({ outcome, lease }: RunningWrite): Promise<Outcome<JsonObject>> => {
    const waitController = new AbortController();
    const waitEnd = sleep(JOIN_WAIT_MS, undefined, { signal: waitController.signal }).catch(() => undefined);
    const first = await Promise.race([outcome, waitEnd]);
    waitController.abort();
    return first ?? refuseInProgress({ lease }, now());
  };

  const startWrite = async (intent: Intent, callOptions: CallOptions): Promise<StartedWrite> => {
    const { key, effect } = intent;
    if (key === null && isKeyRequired && effect === 'acts') {
      return { knownOutcome: refusedOutcome('IDEMPOTENCY_KEY_REQUIRED', KEY_REQUIRED_MESSAGE) };
    }
    const keyProblem = key === null ? undefined : describeInvalidKey(key);
    if (keyProblem !== undefined) return { knownOutcome: rejectInvalidKey(keyProblem) };
    const record = await createRecord(intent, callOptions);
    const { scope, fingerprint, account, lease } = record;
    if (key === null || scope === null)
      return { lifecycle: createWriteLifecycle(record, false, intent, context), resolveWaiting: () => undefined };

    const otherRun = runningByScope.get(scope);
    // A key that is in use for another write is reported below, from the store.
    if (otherRun?.fingerprint === fingerprint && otherRun.account === account)
      return { joinedOutcome: joinRunning(otherRun) };
    let resolveOutcome: (outcome: Outcome<JsonObject>) => void = () => undefined;
    const outcome = new Promise<Outcome<JsonObject>>((resolve) => (resolveOutcome = resolve));
    const ownRun = { fingerprint, account, lease, outcome };
    if (!otherRun) runningByScope.set(scope, ownRun);
    const finishRun = (finalOutcome: Outcome<JsonObject>): void => {
      if (runningByScope.get(scope) === ownRun) runningByScope.delete(scope);
      resolveOutcome(finalOutcome);
    };
    try {
      const earlierOutcome = await reserveKey(record, key, callOptions, context, reconciliation);
      if (!earlierOutcome)
        return { lifecycle: createWriteLifecycle(record, true, intent, context), resolveWaiting: finishRun };
      finishRun(earlierOutcome);
      return { knownOutcome: earlierOutcome };
    } catch (error) {
      finishRun(refusedOutcome('UNAVAILABLE', STORE_UNAVAILABLE_MESSAGE));
      throw error;
    }
  };

  const startOrRefuse = async (intent: Intent, callOptions: CallOptions): Promise<StartedWrite> => {
    try {
      return await startWrite(intent, callOptions);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      warn({ error: error.cause, mutation: intent.mutation }, 'the operation store failed; nothing was sent');
      return { knownOutcome: refusedOutcome('UNAVAILABLE', STORE_UNAVAILABLE_MESSAGE) };
    }
  };

  const executeBatch: WriteExecutor['executeBatch'] = async <Result extends JsonObject>(
    intents: readonly Intent[],
    callOptions: CallOptions,
    send: (
      indexes: readonly number[],
      attempt: WriteAttempt,
    ) => Promise<ReadonlyArray<ProviderWriteResult<Result> | Error>>,
  ) => {
    const started = await Promise.all(intents.map((intent) => startOrRefuse(intent, callOptions)));
    const toSend = started.flatMap((each, place) => ('lifecycle' in each ? [{ ...each, place }] : []));
    const writeAttempt: Omit<WriteAttempt, 'digest'> = {
      ...callOptions,
      onDispatch: async (request) => {
        // All records are awaited: if one cannot be stored, the request is sent for none of them.
        const results = await Promise.allSettled(toSend.map(({ lifecycle }) => lifecycle.recordDispatch()));
        for (const end of results) if (end.status === 'rejected') throw end.reason;
        for (const { lifecycle } of toSend) lifecycle.countRequest(request);
      },
      recordRecoveryHint: (hint) => {
        for (const { lifecycle } of toSend) lifecycle.recordRecoveryHint(hint);
      },
    };
    const places = toSend.map(({ place }) => place);
    const sendAll = async () => send(places, { ...writeAttempt, digest: await loadDigest() });
    const answers = places.length > 0 ? await answersOrErrorForAll(places.length, sendAll) : [];
    const outcomes = new Map(
      await Promise.all(
        toSend.map(async ({ lifecycle, resolveWaiting, place }, index): Promise<[number, Outcome<Result>]> => {
          const answer = answers[index] ?? new TypeError('a write had no answer');
          const outcome = await lifecycle.finish<Result>(answer).catch((bug: unknown) => {
            resolveWaiting(refuseInProgress({ lease: now() }, now()));
            throw bug;
          });
          resolveWaiting(outcome);
          publishWriteEnd({ ...lifecycle.written, state: stateOfOutcome(outcome) });
          if (outcome.is === 'unknown') schedule.add(outcome.record);
          return [place, outcome];
        }),
      ),
    );
    return Promise.all(
      started.map(async (each, place): Promise<Outcome<Result>> => {
        if ('knownOutcome' in each) return each.knownOutcome;
        const outcome = 'joinedOutcome' in each ? markReplayed<Result>(await each.joinedOutcome) : outcomes.get(place);
        if (!outcome) throw new TypeError('a write had no outcome');
        return outcome;
      }),
    );
  };

  return {
    ...reconciliation,
    executeBatch,
    execute: async <Result extends JsonObject>(
      intent: Intent,
      callOptions: CallOptions,
      send: (attempt: WriteAttempt) => Promise<ProviderWriteResult<Result>>,
    ): Promise<Outcome<Result>> => {
      const [outcome] = await executeBatch<Result>([intent], callOptions, async (_, writeAttempt) => [
        await send(writeAttempt),
      ]);
      if (!outcome) throw new TypeError('a write had no outcome');
      return outcome;
    },
    stop: schedule.stop,
    close: () => {
      schedule.stop();
      return store.close();
    },
  };
}

function rejectInvalidKey(message: string): Outcome<never> {
  const mistakes = [{ code: 'BAD_USER_INPUT', message, field: ['idempotencyKey'] }];
  return { is: 'rejected', mistakes, replayed: false };
}

/** What a call throws is the answer to all that it did together. */
async function answersOrErrorForAll<Value>(
  count: number,
  send: () => Promise<ReadonlyArray<Value | Error>>,
): Promise<ReadonlyArray<Value | Error>> {
  try {
    return await send();
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error('a write threw what is no error', { cause: error });
    return Array.from({ length: count }, () => thrown);
  }
}
