import type { Server } from 'node:http';
import { isDeepStrictEqual } from 'node:util';

import { authenticateLocally, type Authenticate } from './auth/authenticate.js';
import { createGate, type Gate, type GateOptions } from './gate/gate.js';
import { watchLoad } from './gate/load.js';
import type { Log } from './log.js';
import { createMetricsHandler, serveMetrics } from './metrics-endpoint.js';
import { logAccess } from './observe/access-log.js';
import { createMetrics, type MetricsSource } from './observe/metrics.js';
import { openOperationSpan } from './observe/operation-span.js';
import { createObserve, type Observe, type RecordRequest } from './observe/record.js';

export interface WatchOptions {
  readonly log: Log;
  readonly authenticate?: Authenticate | undefined;
  /** Limits of callers and of the whole process. */
  readonly gate?: GateOptions | undefined;
  /** One line of the log for each request; default: none. */
  readonly accessLog?: boolean | undefined;
  /** Counts for Prometheus, on a port of their own or else at `/metrics`; default: none. */
  readonly metrics?: { readonly port?: number | undefined } | undefined;
  /** A span of OpenTelemetry for each request; default: none. */
  readonly isTracing?: boolean | undefined;
}

/** What a server has to watch its own load and to tell of its work. Decided once: what is off costs nothing later. */
export interface Watch {
  /** What requests pass, with the limits that hold now. */
  readonly gate: () => Gate;
  readonly observe: Observe | undefined;
  /** Answers `/metrics` on the main port. */
  readonly answerMetrics: ReturnType<typeof createMetricsHandler> | undefined;
  /** Opens the port of the metrics, where they have one. */
  readonly listen: (host: string, servesHost: (host: string | undefined) => boolean) => Promise<void>;
  /** The limits from now on; where they are as before, so is what callers have used of them. */
  readonly replaceGate: (options: GateOptions | undefined) => void;
  readonly close: () => void;
}

export function createWatch(
  {
    log,
    authenticate = authenticateLocally,
    gate: gateOptions = {},
    accessLog = false,
    metrics: where,
    isTracing = false,
  }: WatchOptions,
  { upstreams, dropCaches }: Pick<MetricsSource, 'upstreams'> & { readonly dropCaches: () => void },
): Watch {
  const load = watchLoad({ onPressure: dropCaches });
  let [gate, usedOptions] = [createGate(gateOptions, load), gateOptions];
  const metrics = where && createMetrics({ inFlight: () => gate.inFlight(), load, upstreams });
  const recorders: RecordRequest[] = [];
  if (metrics) recorders.push(metrics.recordRequest);
  if (accessLog) recorders.push(logAccess(log));
  let ownServer: Server | undefined;
  return {
    gate: () => gate,
    replaceGate: (next = {}) => {
      if (!isDeepStrictEqual(next, usedOptions)) [gate, usedOptions] = [createGate(next, load), next];
    },
    observe: createObserve(recorders, isTracing ? openOperationSpan : undefined),
    answerMetrics: metrics && where.port === undefined ? createMetricsHandler(metrics, authenticate) : undefined,
    listen: async (host, servesHost) => {
      if (metrics && where.port !== undefined)
        ownServer = await serveMetrics(metrics, { host, port: where.port, servesHost });
    },
    close: () => {
      load.close();
      metrics?.close();
      ownServer?.close();
      ownServer?.closeAllConnections();
    },
  };
}
