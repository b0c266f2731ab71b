import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { UpstreamValue } from '../../graph/ports/upstream-value.js';
import { watchWrites } from '../../gateway/watch-writes.js';
import type { Attempt } from '../../transport/exchange.js';
import { attemptChannel } from '../../transport/trace.js';
import type { Load } from '../gate/load.js';
import { PendingCounts } from './pending-counts.js';
import type { RecordRequest } from './record.js';

export interface Metrics {
  readonly recordRequest: RecordRequest;
  readonly contentType: string;
  readonly render: () => Promise<string>;
  readonly close: () => void;
}

export interface MetricsSource {
  readonly inFlight: () => number;
  readonly load: Pick<Load, 'lagMs' | 'heapShare'>;
  readonly upstreams: () => ReadonlyArray<{
    readonly name: string;
    readonly value: Pick<UpstreamValue, 'provider' | 'health'>;
  }>;
}

const STATES = ['UP', 'DEGRADED', 'DOWN', 'UNKNOWN'];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const classOf = (status: number): string => `${Math.floor(status / 100)}xx`;

/** Counts for Prometheus. No label holds a value of a client or a person: names come from the config, the schema and this code. */
export function createMetrics({ inFlight, load, upstreams }: MetricsSource): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  const countOften = (name: string, help: string, labelNames: readonly string[]): PendingCounts => {
    const counts = new PendingCounts(labelNames);
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        counts.take((labels, count) => {
          this.inc(labels, count);
        });
      },
    });
    return counts;
  };
  const requests = countOften(
    'trunkline_requests_total',
    'Requests of GraphQL by the kind of the operation and the first error code, or OK.',
    ['type', 'code'],
  );
  const durations = new Histogram({
    name: 'trunkline_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['type'],
    buckets: SECONDS,
    registers,
  });
  const attempts = countOften(
    'trunkline_upstream_requests_total',
    'Requests to providers by upstream, operation, class of the status (none: no answer) and try.',
    ['upstream', 'operation', 'outcome', 'attempt'],
  );
  const retries = new Counter({
    name: 'trunkline_upstream_retries_total',
    help: 'Requests to providers that repeat an earlier one.',
    labelNames: ['upstream'],
    registers,
  });
  const cached = new Counter({
    name: 'trunkline_upstream_cache_hits_total',
    help: 'Reads for which nothing was sent: from the cache (hit) or with a read that was under way (shared).',
    labelNames: ['upstream', 'kind'],
    registers,
  });
  const writes = new Counter({
    name: 'trunkline_writes_total',
    help: 'Writes by provider, mutation and the state that they ended in; a settled UNKNOWN counts in its new state, too.',
    labelNames: ['provider', 'mutation', 'state'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('trunkline_requests_in_flight', 'Requests of GraphQL that are being answered.', inFlight);
  gauge('trunkline_event_loop_lag_seconds', 'How late the event loop is, smoothed.', () => load.lagMs() / 1000);
  gauge('trunkline_heap_used_bytes', 'The used heap.', () => process.memoryUsage().heapUsed);
  gauge('trunkline_heap_used_ratio', 'The used part of the heap that may be used.', load.heapShare);
  new Gauge({
    name: 'trunkline_upstream_state',
    help: '1 for the state that an upstream is in, 0 for the others.',
    labelNames: ['upstream', 'state'],
    registers,
    collect() {
      for (const { name, value } of upstreams()) {
        const state = value.health.state();
        for (const each of STATES) this.set({ upstream: name, state: each }, each === state ? 1 : 0);
      }
    },
  });
  const countAttempt = (message: unknown): void => {
    const { upstream, operation, status, cache, attempt } = message as Attempt;
    if (cache === 'miss') {
      const outcome = status === null ? 'none' : classOf(status);
      attempts.add(upstream, operation, outcome, attempt > 2 ? '3+' : String(attempt));
      if (attempt > 1) retries.inc({ upstream });
    } else cached.inc({ upstream, kind: cache });
  };
  const unwatchWrites = watchWrites(({ upstream, mutation, state }) => {
    // One of an upstream that the config has no more is settled later.
    const provider = upstreams().find(({ name }) => name === upstream)?.value.provider ?? 'none';
    writes.inc({ provider, mutation, state });
  });
  subscribe(attemptChannel.name, countAttempt);
  return {
    recordRequest: ({ operationType: type, codes, elapsedMs }) => {
      requests.add(type, codes[0] ?? 'OK');
      durations.observe({ type }, elapsedMs / 1000);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
    close: () => {
      unsubscribe(attemptChannel.name, countAttempt);
      unwatchWrites();
    },
  };
}
