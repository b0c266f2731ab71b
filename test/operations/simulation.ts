import { createWriteExecutor, type WriteExecutor } from '../../src/operations/write-executor.js';
import {
  InvalidInputError,
  type Intent,
  type Reconciler,
  type ProviderWriteResult,
  type WriteAttempt,
} from '../../src/operations/intent.js';
import { createMemoryStore } from '../../src/operations/memory-store.js';
import type { OperationStore } from '../../src/operations/store.js';
import type { UpstreamRequest } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';

/** What the provider, or the way to it, does with a write. */
export const ENDS = [
  'done',
  'refused',
  'denied',
  'wrong input',
  'crowded',
  'reset before a byte',
  'done, but no answer',
  'not done, and no answer',
  'the process dies before the provider',
  'the process dies behind the provider',
] as const;
export type End = (typeof ENDS)[number];

/** What the store does at one of its calls; `dies` ends the process there. */
export const FAULTS = ['fails before', 'fails behind', 'fails from here on', 'dies before', 'dies behind'] as const;
export interface Fault {
  /** Counted from 0, from the begin of a write. */
  readonly at: number;
  readonly how: (typeof FAULTS)[number];
}

export interface Made {
  readonly [name: string]: string;
  readonly attempt: string;
}

/** A store, a provider that keeps a ledger, and a clock: processes come and go over them. */
export function createSimulation(options: { readonly tellsGone?: boolean; readonly required?: boolean } = {}) {
  const store = createMemoryStore();
  const clock = { now: Date.UTC(2026, 10, 1) };
  /** The key of each attempt that the provider did. */
  const ledger = new Map<string, string | null>();
  const attempts: string[] = [];
  const warnings: string[] = [];
  const gone = new Set<string>();
  const open: WriteExecutor[] = [];
  /** `queues`: whether the provider may do later what it was asked for. */
  const look = { says: 'the truth' as 'the truth' | 'nothing' | 'an error', queues: false };

  const seek: Reconciler = async (_, { attempt }) => {
    if (look.says === 'an error') throw new ProviderFailure('pbx', 'unavailable', 'no way');
    if (look.says === 'nothing') return { is: 'unknown' };
    if (typeof attempt === 'string' && ledger.has(attempt)) return { is: 'done', result: { attempt } };
    return look.queues ? { is: 'notDone' } : { is: 'notDone', isSynchronous: true };
  };

  /** A process over the store; `slow` is awaited before and behind each of its store's calls. */
  const start = (slow: () => Promise<void> = async () => undefined) => {
    const owner = `process ${open.length}`;
    let fault: Fault | undefined;
    let calls = 0;
    let end: (value: 'dead') => void = () => undefined;
    const dead = new Promise<'dead'>((resolve) => (end = resolve));
    const die = async (): Promise<never> => {
      gone.add(owner);
      end('dead');
      return new Promise(() => undefined);
    };
    const faulty = async <Value>(call: () => Promise<Value>): Promise<Value> => {
      if (gone.has(owner)) return die();
      const here = fault && calls >= fault.at && (calls === fault.at || fault.how === 'fails from here on');
      const how = here ? fault?.how : undefined;
      calls += 1;
      await slow();
      if (how === 'dies before') return die();
      if (how === 'fails before' || how === 'fails from here on') throw new Error('the disk is full');
      const value = await call();
      await slow();
      if (how === 'dies behind') return die();
      if (how === 'fails behind') throw new Error('the disk is slow');
      return value;
    };
    const { secret, insert, update, release, get, list } = store;
    const view: OperationStore = {
      ...store,
      owner,
      secret: () => faulty(secret),
      insert: (...given) => faulty(() => insert(...given)),
      update: (record) => faulty(() => update(record)),
      release: (record) => faulty(() => release(record)),
      get: (id) => faulty(() => get(id)),
      list: (query) => faulty(() => list(query)),
      isGone: (name) => faulty(async () => (options.tellsGone ?? true) && gone.has(name)),
    };
    const executor = createWriteExecutor({
      store: view,
      isKeyRequired: options.required ?? false,
      reconciler: seek,
      warn: (_, message) => warnings.push(message),
      now: () => clock.now,
    });
    open.push(executor);
    return {
      executor,
      owner,
      dead,
      die,
      isDead: () => gone.has(owner),
      /** From the next call of the store on. */
      arm: (next: Fault | undefined) => {
        [fault, calls] = [next, 0];
      },
    };
  };

  /** A write that ends so; it tells of its attempt before anything else. */
  const writeAttempt = (how: End, key: string | null, process: { readonly die: () => Promise<never> }) => {
    const attempt = `attempt ${attempts.length}`;
    const seen = { attempt, begun: false, reported: async (): Promise<void> => undefined };
    attempts.push(attempt);
    const send = async (callOptions: WriteAttempt): Promise<ProviderWriteResult<Made>> => {
      seen.begun = true;
      await seen.reported();
      callOptions.recordRecoveryHint({ look: 'ledger', attempt });
      if (how === 'wrong input')
        throw new InvalidInputError([{ code: 'BAD_USER_INPUT', message: 'no', field: ['name'] }]);
      if (how === 'crowded') throw failure('overloaded', 'no');
      await callOptions.onDispatch?.(requestOf(attempt, callOptions));
      if (how === 'the process dies before the provider') return process.die();
      if (how === 'refused') throw failure('rejected', 'yes');
      if (how === 'denied') throw failure('auth', 'yes');
      if (how === 'reset before a byte') throw failure('unavailable', 'no');
      if (how === 'not done, and no answer') throw failure('timeout', 'unknown');
      ledger.set(attempt, key);
      if (how === 'done, but no answer') throw failure('unavailable', 'unknown');
      if (how === 'the process dies behind the provider') return process.die();
      return { result: { attempt } };
    };
    return { send, seen };
  };

  return {
    store,
    clock,
    ledger,
    look,
    warnings,
    start,
    writing: writeAttempt,
    /** How often the provider did what this key stands for. */
    effectsOf: (key: string) => [...ledger.values()].filter((each) => each === key).length,
    end: () => Promise.all(open.map((executor) => executor.close())),
  };
}

export type Simulation = ReturnType<typeof createSimulation>;
export type Process = ReturnType<Simulation['start']>;

export function failure(kind: ProviderFailure['kind'], sent: ProviderFailure['sent']): ProviderFailure {
  return new ProviderFailure('pbx', kind, `the provider was ${kind}`, { sent });
}

export function requestOf(body: string, callOptions: WriteAttempt): UpstreamRequest {
  return { operation: 'send', method: 'POST', path: '/send', headers: {}, body, effect: 'acts', callOptions };
}

export function intentOf(key: string | null, value: number | string = 1): Intent {
  return {
    mutation: 'sendIt',
    effect: 'acts',
    upstream: 'pbx',
    timeoutMs: 1000,
    key,
    arguments: { value },
    target: null,
  };
}
