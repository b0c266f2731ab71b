import type { Exchange, UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';

/** A read of `/things`, changed as the test wants it. */
export function request(change: Partial<UpstreamRequest> = {}): UpstreamRequest {
  return {
    operation: 'GET /things',
    method: 'GET',
    path: '/things',
    headers: {},
    effect: 'reads',
    callOptions: {},
    ...change,
  };
}

export function response(status = 200, headers: Readonly<Record<string, string>> = {}, body = ''): UpstreamResponse {
  return { status, headers, body: Buffer.from(body) };
}

/** An exchange whose answers the test gives by hand. */
export interface ManualExchange {
  readonly exchange: Exchange;
  /** Every request that came, oldest first. */
  readonly requests: UpstreamRequest[];
  readonly answer: (index: number, response: UpstreamResponse) => void;
  readonly fail: (index: number, error: Error) => void;
}

export function createManualExchange(): ManualExchange {
  const requests: UpstreamRequest[] = [];
  const open: Array<{ resolve: (response: UpstreamResponse) => void; reject: (error: Error) => void }> = [];
  return {
    requests,
    exchange: (each) =>
      new Promise((resolve, reject) => {
        requests.push(each);
        open.push({ resolve, reject });
      }),
    answer: (index, answered) => open[index]?.resolve(answered),
    fail: (index, error) => open[index]?.reject(error),
  };
}

/** An exchange that gives these outcomes one after another, the last one for ever, and remembers what it was asked. */
export function script(...outcomes: ReadonlyArray<UpstreamResponse | Error>): {
  exchange: Exchange;
  requests: UpstreamRequest[];
} {
  const requests: UpstreamRequest[] = [];
  return {
    requests,
    exchange: async (each) => {
      const outcome = outcomes[Math.min(requests.length, outcomes.length - 1)] ?? response();
      requests.push(each);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
export function flushImmediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
