import { readFileSync } from 'node:fs';

import { CREDENTIALS, startIctCore, USER_CREDENTIALS } from '../../../src/emulators/ictcore/index.js';
import { UNRECORDED_REQUESTS } from './unrecorded-requests.js';

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
    /** How the body of a file is kept. */
    readonly bodyEncoding?: 'base64';
    /** How long it was before it was cut. */
    readonly bodyTruncatedFrom?: number;
  };
}

export interface Replayed {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export const CAPTURES: readonly Capture[] = readFileSync(
  new URL('../../exchanges/ictcore/captures.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Capture);

/** Who asks: all others ask with a token of `admin`. */
const CAROL = { username: 'carol', password: 'pw3' };
const ASKED_BY: Readonly<Record<number, typeof CAROL | typeof USER_CREDENTIALS>> = {
  ...Object.fromEntries([338, 339, 340, 341, 342].map((capture) => [capture, USER_CREDENTIALS])),
  344: CAROL,
  347: CAROL,
};
const EXPIRED = 21;
const WITH_CORS: readonly number[] = [24, 25, 26];
const WITH_STOCK_TEMPLATE = 368;
const DAY = 86_400_000;
/** What the clock had moved on by before a capture: a token expired, calls were through, a campaign was. */
const PASSED: Readonly<Record<number, number>> = { [EXPIRED]: 400 * DAY, 196: 10_000, 271: 9_000, 342: 10_000 };
/** Neither Kannel nor a mail server was running: SMS and e-mail stayed `processing`. */
const RECORDED_ON = { configuration: { gateways_down: 12 } };

/** Sends every capture's request in the order of the recording and hands back what the emulator answered. */
export async function replay(): Promise<ReadonlyMap<number, Replayed>> {
  const emulator = await startIctCore();
  const answers = new Map<number, Replayed>();
  const send = async (
    method: string,
    path: string,
    headers: RequestInit['headers'] & object,
    body?: string | Buffer | null,
  ): Promise<Replayed> => {
    const answer = await fetch(emulator.url + path, { method, headers, ...(body ? { body } : {}) });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const login = async (credentials: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await send('POST', '/api/authenticate', headers, JSON.stringify(credentials));
    return (JSON.parse(answer.body.toString()) as { token: string }).token;
  };
  const catchUp = async (upTo: number, done: number): Promise<void> => {
    for (const { at, method, path, body, type = 'application/json', refused } of UNRECORDED_REQUESTS) {
      if (at <= done || at >= upTo) continue;
      const token = await login(CREDENTIALS);
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const { status } = await send(method, `/api${path}`, headers, body);
      if (status !== (refused ?? 200)) throw new Error(`the write at ${at} was answered ${status}`);
      // The import's daemon takes a second.
      if (type === 'text/csv') emulator.clock.advance(2_000);
    }
  };
  emulator.reset(RECORDED_ON);
  let done = -1;
  for (const { capture, at, request } of CAPTURES) {
    if (capture === WITH_CORS[0]) emulator.reset({ configuration: { 'website:cors': '*' } });
    if (capture === (WITH_CORS.at(-1) ?? 0) + 1) emulator.reset(RECORDED_ON);
    if (capture === WITH_STOCK_TEMPLATE) emulator.reset({ configuration: { sip_template: 'stock' } });
    await catchUp(at, done);
    done = at;
    const token = await login(ASKED_BY[capture] ?? CREDENTIALS);
    emulator.clock.advance(PASSED[capture] ?? 0);
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      value.replace('<jwt>', token),
    ]);
    answers.set(capture, await send(request.method, request.path, headers, request.body));
  }
  await emulator.close();
  return answers;
}
