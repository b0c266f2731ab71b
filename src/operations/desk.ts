import { setTimeout as sleep } from 'node:timers/promises';

import type { Asking } from '../transport/exchange.js';
import { claimKey, inProgress } from './claim.js';
import { createEntry, type Entry } from './entry.js';
import type { Digest, Intent, Outcome, Sent, Writing } from './intent.js';
import { complaintOf, digestOf, scopeOf } from './key.js';
import { kept, KEPT_MS, newId, Unkept, type DeskOptions, type Office } from './office.js';
import { refused, replayed, UNKEPT } from './outcome.js';
import type { JsonObject, OperationRecord } from './record.js';
import { createSettling, type Settling } from './settling.js';
import { startWatch } from './watch.js';

export type { DeskOptions } from './office.js';

/** Where every write goes through: sent at most once for a key, and honest about its outcome. */
export interface Desk extends Pick<Settling, 'find' | 'list' | 'resolve'> {
  readonly perform: <Result extends JsonObject>(
    intent: Intent,
    asking: Asking,
    send: (writing: Writing) => Promise<Sent<Result>>,
  ) => Promise<Outcome<Result>>;
  /**
   * Several writes that go out together, each with its own key and outcome. `send` gets the places of those that are
   * still to be done, and answers in their order.
   */
  readonly performTogether: <Result extends JsonObject>(
    intents: readonly Intent[],
    asking: Asking,
    send: (places: readonly number[], writing: Writing) => Promise<ReadonlyArray<Sent<Result> | Error>>,
  ) => Promise<ReadonlyArray<Outcome<Result>>>;
  readonly close: () => Promise<void>;
}

/** A write that is to be done, or what is known of it already. */
type Begun =
  | { readonly entry: Entry; readonly told: (outcome: Outcome<JsonObject>) => void }
  | { readonly answer: Outcome<never> }
  | { readonly joined: Promise<Outcome<JsonObject>> };

interface Running {
  readonly fingerprint: string;
  readonly lease: number;
  readonly outcome: Promise<Outcome<JsonObject>>;
}

/** How long a second call with the same key waits for the first. */
const PATIENCE_MS = 2000;
/** How long a key is taken before anything is sent: the write may first have to read, and to wait for a place. */
const RESERVED_MS = 60_000;
const NEEDED = 'This gateway is configured to take writes with an "idempotencyKey" only; send a new UUID for each.';

export function createDesk(options: DeskOptions): Desk {
  const office: Office = { now: Date.now, ...options };
  const { store, now, warn, required } = office;
  const settling = createSettling(office, async () => digesting());
  const watch = startWatch(settling, office);
  const running = new Map<string, Running>();
  let secret: Promise<Buffer> | undefined;

  const digesting = async (): Promise<Digest> => {
    secret ??= kept(store.secret()).catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    const key = await secret;
    return (value) => digestOf(value, key);
  };

  const newRecord = async (intent: Intent): Promise<OperationRecord> => {
    const { mutation, upstream, key, target } = intent;
    const digest = await digesting();
    return {
      id: newId(office),
      version: 1,
      mutation,
      upstream,
      key,
      scope: key === null ? null : scopeOf(intent, '', key),
      fingerprint: digest(intent.arguments),
      target,
      state: 'RESERVED',
      createdAt: now(),
      dispatchedAt: null,
      finishedAt: null,
      lease: now() + RESERVED_MS,
      owner: store.owner,
      expiresAt: now() + KEPT_MS,
      result: null,
      mistakes: [],
      message: null,
      trail: null,
      settlements: [],
    };
  };

  /** Waits a little for a write with the same key that is under way in this process. */
  const join = async ({ outcome, lease }: Running): Promise<Outcome<JsonObject>> => {
    const waiting = new AbortController();
    const patience = sleep(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
    const first = await Promise.race([outcome, patience]);
    waiting.abort();
    return first ?? inProgress({ lease }, now());
  };

  const begin = async (intent: Intent, asking: Asking): Promise<Begun> => {
    const { key, effect } = intent;
    if (key === null && required && effect === 'acts') {
      return { answer: refused('IDEMPOTENCY_KEY_REQUIRED', NEEDED) };
    }
    const complaint = key === null ? undefined : complaintOf(key);
    if (complaint !== undefined) return { answer: invalidKey(complaint) };
    const record = await newRecord(intent);
    const { scope, fingerprint, lease } = record;
    if (key === null || scope === null)
      return { entry: createEntry(record, false, intent, office), told: () => undefined };

    const other = running.get(scope);
    // A key that is in use for something else is told below, from the store.
    if (other?.fingerprint === fingerprint) return { joined: join(other) };
    let told: (outcome: Outcome<JsonObject>) => void = () => undefined;
    const outcome = new Promise<Outcome<JsonObject>>((resolve) => (told = resolve));
    const mine = { fingerprint, lease, outcome };
    if (!other) running.set(scope, mine);
    const leave = (end: Outcome<JsonObject>): void => {
      if (running.get(scope) === mine) running.delete(scope);
      told(end);
    };
    try {
      const already = await claimKey(record, key, asking, office, settling);
      if (!already) return { entry: createEntry(record, true, intent, office), told: leave };
      leave(already);
      return { answer: already };
    } catch (error) {
      leave(refused('UNAVAILABLE', UNKEPT));
      throw error;
    }
  };

  const beginOrRefuse = async (intent: Intent, asking: Asking): Promise<Begun> => {
    try {
      return await begin(intent, asking);
    } catch (error) {
      if (!(error instanceof Unkept)) throw error;
      warn({ error: error.cause, mutation: intent.mutation }, 'the operation store failed; nothing was sent');
      return { answer: refused('UNAVAILABLE', UNKEPT) };
    }
  };

  const performTogether: Desk['performTogether'] = async <Result extends JsonObject>(
    intents: readonly Intent[],
    asking: Asking,
    send: (places: readonly number[], writing: Writing) => Promise<ReadonlyArray<Sent<Result> | Error>>,
  ) => {
    const begun = await Promise.all(intents.map((intent) => beginOrRefuse(intent, asking)));
    const open = begun.flatMap((each, place) => ('entry' in each ? [{ ...each, place }] : []));
    const writing: Omit<Writing, 'digest'> = {
      ...asking,
      acting: async (request) => {
        // All are waited for: where one can't be kept, the request does not leave for any.
        const ends = await Promise.allSettled(open.map(({ entry }) => entry.keep()));
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
        for (const { entry } of open) entry.leave(request);
      },
      remember: (trail) => {
        for (const { entry } of open) entry.remember(trail);
      },
    };
    const places = open.map(({ place }) => place);
    const sendAll = async () => send(places, { ...writing, digest: await digesting() });
    const sent = places.length > 0 ? await eachOrAll(places.length, sendAll) : [];
    const outcomes = new Map(
      await Promise.all(
        open.map(async ({ entry, told, place }, index): Promise<[number, Outcome<Result>]> => {
          const answer = sent[index] ?? new TypeError('a write had no answer');
          const outcome = await entry.finish<Result>(answer).catch((bug: unknown) => {
            told(inProgress({ lease: now() }, now()));
            throw bug;
          });
          told(outcome);
          if (outcome.is === 'unknown') watch.later(outcome.record);
          return [place, outcome];
        }),
      ),
    );
    return Promise.all(
      begun.map(async (each, place): Promise<Outcome<Result>> => {
        if ('answer' in each) return each.answer;
        const outcome = 'joined' in each ? replayed<Result>(await each.joined) : outcomes.get(place);
        if (!outcome) throw new TypeError('a write had no outcome');
        return outcome;
      }),
    );
  };

  return {
    ...settling,
    performTogether,
    perform: async <Result extends JsonObject>(
      intent: Intent,
      asking: Asking,
      send: (writing: Writing) => Promise<Sent<Result>>,
    ): Promise<Outcome<Result>> => {
      const [outcome] = await performTogether<Result>([intent], asking, async (_, writing) => [await send(writing)]);
      if (!outcome) throw new TypeError('a write had no outcome');
      return outcome;
    },
    close: async () => {
      watch.stop();
      await store.close();
    },
  };
}

function invalidKey(message: string): Outcome<never> {
  const mistakes = [{ code: 'BAD_USER_INPUT', message, field: ['idempotencyKey'] }];
  return { is: 'rejected', mistakes, replayed: false };
}

/** What a call throws is the answer to all that it did together. */
async function eachOrAll<Value>(
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
