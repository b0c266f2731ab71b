import {
  CREDENTIALS,
  PREFIX,
  type ContactRow,
  type HostTrackerEmulator,
} from '../../../src/emulators/hosttracker/index.js';

export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Shown = ContactRow & { readonly status?: string; readonly error?: string };

export interface HostTrackerClient {
  readonly send: (path: string, sent?: Sent) => Promise<Response>;
  readonly one: (path: string, sent?: Sent) => Promise<Shown>;
  readonly many: (path: string, sent?: Sent) => Promise<Shown[]>;
  /** What was changed since the last reset. */
  readonly effects: () => string[];
}

/** Asks an emulator with the fixed token; bodies are JSON unless they are text already. */
export function clientOf(emulator: HostTrackerEmulator): HostTrackerClient {
  const send = async (path: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Response> =>
    fetch(emulator.url + PREFIX + path, {
      method,
      headers: {
        authorization: `bearer ${CREDENTIALS.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    send,
    one: async (path, sent) => (await (await send(path, sent)).json()) as Shown,
    many: async (path, sent) => (await (await send(path, sent)).json()) as Shown[],
    effects: () => emulator.requests.flatMap((request) => request.effects),
  };
}
