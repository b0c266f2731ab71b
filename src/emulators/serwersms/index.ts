import { startEmulator, type Emulator } from '../kit/emulator.js';
import { jsonReply, type Call, type Reply } from '../kit/http.js';
import type { Action } from './action.js';
import { contactActions } from './contacts.js';
import { importActions } from './contacts-import.js';
import { groupActions } from './groups.js';
import { readParams, toText, type Params } from './params.js';
import { Refusal, toRefusalBody, toRefusalCode } from './refusal.js';
import { SEED } from './seed.js';
import { createState, type Seed } from './state.js';

/** The account that the emulator knows; login and password are the document's example values. */
export const CREDENTIALS = { username: 'Login', password: 'Haslo', token: 'serwersms-demo-token' } as const;

const ACTIONS: Readonly<Record<string, Action>> = { ...groupActions, ...contactActions, ...importActions };

/** SerwerSMS HTTPS API v2, contacts and groups, in memory on a port of 127.0.0.1. */
export function startSerwerSms({ port = 0 }: { readonly port?: number } = {}): Promise<Emulator<Seed>> {
  let state = createState(SEED);

  function answer(call: Omit<Call, 'params'>): unknown {
    const action = actionOf(call.path);
    const errorCode = /^error\/(.*)$/.exec(action)?.[1];
    // The one action that needs no credentials and is shown as a plain address.
    if (errorCode !== undefined) return toRefusalBody(toRefusalCode(errorCode) ?? 2002);
    const act = Object.hasOwn(ACTIONS, action) && call.method === 'POST' ? ACTIONS[action] : undefined;
    if (!act) throw new Refusal(1000);
    const params = readParams(call.headers['content-type'] ?? '', call.text);
    if (!isKnown(call.headers.authorization, params)) throw new Refusal(1001);
    return act({ state, params, did: call.recordEffect });
  }

  return startEmulator<Seed>(
    {
      name: 'serwersms',
      answer: async (call) => ({
        operation: `${call.method} /${actionOf(call.path).replace(/^error\/.*/, 'error/:code')}`,
        reply: toReply(() => answer(call)),
      }),
      reset: (seed) => (state = createState(seed ?? SEED)),
      replies: {
        unauthorized: jsonReply(toRefusalBody(1001)),
        throttled: { status: 429, headers: { 'content-type': 'text/plain' }, body: 'Too Many Requests' },
      },
    },
    port,
  );
}

/** `contacts/index` from `/contacts/index` and `/contacts/index.json`. */
function actionOf(path: string): string {
  return path.replace(/^\//, '').replace(/\.json$/, '');
}

/** Errors come inside a 200: the official clients read code and message only there. */
function toReply(answer: () => unknown): Reply {
  try {
    return jsonReply(answer());
  } catch (error) {
    if (error instanceof Refusal) return jsonReply(toRefusalBody(error.code));
    throw error;
  }
}

/** A bearer token, where there is one, decides alone; else login and password in the body. */
function isKnown(authorization: string | undefined, params: Params): boolean {
  if (authorization !== undefined) return authorization === `Bearer ${CREDENTIALS.token}`;
  return toText(params, 'username') === CREDENTIALS.username && toText(params, 'password') === CREDENTIALS.password;
}
