import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

import { AnswerReader } from './answer-reader.js';

/** What is sent, and how long. */
export interface LoadOptions {
  readonly port: number;
  /** Whole HTTP requests, sent in turn over all connections. */
  readonly requests: readonly Buffer[];
  readonly connections: number;
  readonly seconds: number;
  /** Asked at both ends of what is measured: CPU time in microseconds. */
  readonly readCpuTime: () => number;
}

/** What a load took. */
export interface LoadResult {
  /** CPU time in microseconds for each request. */
  readonly cpu: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** All answers, measured or not. */
  readonly answers: number;
}

/** The connections are at work before it is measured, so that as much is under way at its begin as at its end. */
const RAMP_MS = 200;
/** A slow candidate is measured until each connection had so many answers, */
const ANSWERS_EACH = 3;
/** but not for ever. */
const LONGEST_MS = 15_000;
/** Looking into each answer would take more than sending the requests. */
const LOOKED_INTO = 16;

/**
 * A closed loop over plain sockets: each connection sends its next request when the answer is there. It does little
 * for each, so that a candidate that does little as well is still what is measured.
 */
export function runLoad(options: LoadOptions): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const { requests, connections, seconds, readCpuTime } = options;
    const latencies: number[] = [];
    let sent = 0;
    let answers = 0;
    let open = connections;
    let measured: { readonly sinceMs: number; readonly cpu: number; readonly answers: number } | undefined;
    let result: Omit<LoadResult, 'answers'> | undefined;

    const begin = (): void => {
      measured = { sinceMs: performance.now(), cpu: readCpuTime(), answers };
    };
    const endWhenDue = (now: number): void => {
      if (!measured || result) return;
      const took = now - measured.sinceMs;
      const count = answers - measured.answers;
      const isDue = took >= seconds * 1000 && count >= connections * ANSWERS_EACH;
      if (!isDue && took < LONGEST_MS) return;
      latencies.sort((a, b) => a - b);
      const quantile = (part: number): number => latencies[Math.floor(latencies.length * part)] ?? 0;
      const cpu = (readCpuTime() - measured.cpu) / count;
      result = { cpu, perSecond: count / (took / 1000), p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
    };

    setTimeout(begin, RAMP_MS);
    for (let number = 0; number < connections; number += 1) {
      const socket = connect(options.port, '127.0.0.1').setNoDelay(true);
      const reader = new AnswerReader();
      let sentAt = 0;
      const send = (): void => {
        sentAt = performance.now();
        socket.write(requests[sent % requests.length] ?? '');
        sent += 1;
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('end', () => {
        reject(new Error('a connection was closed under load'));
      });
      socket.on('data', (chunk) => {
        if (!reader.take(chunk)) return;
        const now = performance.now();
        const answer = reader.finish();
        const fault = faultOf(answer, answers % LOOKED_INTO === 0);
        if (fault !== undefined) reject(new Error(fault));
        answers += 1;
        if (measured && !result) latencies.push(now - sentAt);
        endWhenDue(now);
        if (!result) {
          send();
          return;
        }
        socket.destroy();
        open -= 1;
        if (open === 0) resolve({ ...result, answers });
      });
    }
  });
}

function faultOf(answer: Buffer, isLookedInto: boolean): string | undefined {
  const isFine = answer.toString('latin1', 0, 12) === 'HTTP/1.1 200' && !(isLookedInto && answer.includes('"errors"'));
  return isFine ? undefined : `a wrong answer under load: ${answer.toString().slice(0, 600)}`;
}
