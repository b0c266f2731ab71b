import { BASE_PATH, CREDENTIALS, type startIctCore } from '../../../src/emulators/ictcore/index.js';

export type Item = Readonly<Record<string, string | null>>;
type Headers = Readonly<Record<string, string>>;

/** What tests ask of an ICTCore. */
export interface Client {
  readonly send: (method: string, path: string, headers: Headers, body?: string) => Promise<Response>;
  /** The decoded answer to the administrator. */
  readonly ask: (method: string, path: string, data?: unknown) => Promise<unknown>;
  readonly list: (path: string) => Promise<Item[]>;
  readonly idsOf: (path: string) => Promise<ReadonlyArray<string | null | undefined>>;
  readonly login: (credentials: object) => Promise<string>;
  /** What all requests so far have changed. */
  readonly effects: () => readonly string[];
}

export const JSON_BODY = { 'content-type': 'application/json' };
export const BASIC = { authorization: basic(CREDENTIALS) };

export function basic({ username, password }: Readonly<Record<'username' | 'password', string>>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

export function failure(code: number, message: string): unknown {
  return { error: { code, message } };
}

export function clientOf(emulator: Awaited<ReturnType<typeof startIctCore>>): Client {
  const send: Client['send'] = (method, path, headers, body) =>
    fetch(emulator.url + BASE_PATH + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const ask: Client['ask'] = async (method, path, data) => {
    const body = data === undefined ? undefined : JSON.stringify(data);
    const answer = await send(method, path, { ...BASIC, ...(body === undefined ? {} : JSON_BODY) }, body);
    return JSON.parse(await answer.text()) as unknown;
  };
  const list = async (path: string): Promise<Item[]> => (await ask('GET', path)) as Item[];
  return {
    send,
    ask,
    list,
    idsOf: async (path) => (await list(path)).map((row) => row['contact_id'] ?? row['provider_id']),
    login: async (credentials) => {
      const answer = await send('POST', '/authenticate', JSON_BODY, JSON.stringify(credentials));
      return ((await answer.json()) as { token: string }).token;
    },
    effects: () => emulator.requests.flatMap((request) => request.effects),
  };
}
