import { readFileSync } from 'node:fs';

import { CREDENTIALS, startIctCore, USER_CREDENTIALS } from '../../src/emulators/ictcore/index.js';

/** One exchange with a real server, as kept in test/exchanges/ictcore/captures.jsonl. */
export interface Capture {
  readonly capture: number;
  /** Its place in the whole recording, of which some exchanges were not kept. */
  readonly at: number;
  readonly note?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: ReadonlyArray<readonly [string, string]>;
    readonly body: string;
  };
}

export interface Replayed {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export const CAPTURES: readonly Capture[] = readFileSync(
  new URL('../exchanges/ictcore/captures.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Capture);

/**
 * Writes that were made while recording but not kept, by their place in the recording: each is told by what later
 * reads show. The recording began on a fresh installation with its two demo users and nothing else.
 */
const NOT_KEPT: ReadonlyArray<readonly [at: number, method: string, path: string, body?: string]> = [
  [
    36,
    'POST',
    '/contacts',
    '{"first_name":"Ada","last_name":"Lovelace","phone":"03001234567","email":"ada@example.com","address":"12 St James Sq","custom1":"a","custom2":"b","custom3":"c","description":"first"}',
  ],
  [37, 'POST', '/contacts', '{"first_name":"Alan","phone":3007654321}'],
  [41, 'POST', '/contacts', '{}'],
  // Capture 33 shows an empty text, which only an UPDATE leaves where nothing was.
  [41.5, 'PUT', '/contacts/6', '{"phone":""}'],
  [43, 'POST', '/contacts', ''],
  [46, 'POST', '/contacts', '{"contact_id":3,"first_name":"Upsert"}'],
  [90, 'DELETE', '/contacts/3'],
  [95, 'POST', '/groups', '{"name":"Staff"}'],
  [102, 'PUT', '/contacts/1/link/1'],
  [103, 'PUT', '/contacts/2/link/1'],
  [104, 'PUT', '/contacts/2/link/2'],
  [107, 'PUT', '/contacts/1/link/9999'],
  [
    118,
    'POST',
    '/groups/1/csv',
    '"0311","Csv","One","one@example.com","","","","",""\n"0312","Csv","Two","two@example.com"',
  ],
  // Kept, but not among these: POST /transmissions with a phone creates a contact (capture 164).
  [216, 'POST', '/contacts', '{"phone":"03331110000"}'],
  [472, 'DELETE', '/contacts/1/link/1'],
];

/** Asked by the user `user`; all others with a token by `admin`. */
const BY_USER: readonly number[] = [338, 341];
const EXPIRED = 21;
const WITH_CORS: readonly number[] = [24, 25, 26];
const WITH_STOCK_TEMPLATE = 368;
const LATER = 400 * 86_400_000;

/** Sends every capture's request in the order of the recording and hands back what the emulator answered. */
export async function replay(): Promise<ReadonlyMap<number, Replayed>> {
  const emulator = await startIctCore();
  const answers = new Map<number, Replayed>();
  const send = async (
    method: string,
    path: string,
    headers: RequestInit['headers'] & object,
    body?: string | null,
  ): Promise<Replayed> => {
    const answer = await fetch(emulator.url + path, { method, headers, ...(body ? { body } : {}) });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const login = async (credentials: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await send('POST', '/api/authenticate', headers, JSON.stringify(credentials));
    return (JSON.parse(answer.body) as { token: string }).token;
  };
  const catchUp = async (upTo: number, done: number): Promise<void> => {
    for (const [at, method, path, body] of NOT_KEPT.filter(([at]) => at > done && at < upTo)) {
      const type = path.endsWith('/csv') ? 'text/csv' : 'application/json';
      const token = await login(CREDENTIALS);
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const { status } = await send(method, `/api${path}`, headers, body);
      if (status !== 200) throw new Error(`the write at ${at} was answered ${status}`);
      // The import's daemon takes a second.
      emulator.clock.advance(2_000);
    }
  };
  emulator.reset({});
  let done = -1;
  for (const { capture, at, request } of CAPTURES) {
    if (capture === WITH_CORS[0]) emulator.reset({ configuration: { 'website:cors': '*' } });
    if (capture === (WITH_CORS.at(-1) ?? 0) + 1) emulator.reset({});
    if (capture === WITH_STOCK_TEMPLATE) emulator.reset({ configuration: { sip_template: 'stock' } });
    await catchUp(at, done);
    done = at;
    const token = await login(BY_USER.includes(capture) ? USER_CREDENTIALS : CREDENTIALS);
    if (capture === EXPIRED) emulator.clock.advance(LATER);
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      value.replace('<jwt>', token),
    ]);
    answers.set(capture, await send(request.method, request.path, headers, request.body));
  }
  await emulator.close();
  return answers;
}
