import { expect } from 'vitest';

import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import { CREDENTIALS } from '../../../src/emulators/serwersms/index.js';
import type { Seed } from '../../../src/emulators/serwersms/state.js';

/** Any answer of SerwerSMS, read without a check: the tests say what must be in it. */
export interface Answered {
  readonly items?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly paging?: unknown;
  readonly success?: boolean;
  readonly id?: number;
  readonly phone?: string;
  readonly error?: { readonly code: number; readonly type: string };
}

export interface Caller {
  readonly post: (action: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Answered>;
  /** JSON with login and password. */
  readonly ask: (action: string, params?: object) => Promise<Answered>;
  /** The same as a form, with the trailing `&` of the Bash client. */
  readonly askForm: (action: string, form: string) => Promise<Answered>;
  /** What the requests since the last reset have changed. */
  readonly effects: () => string[];
}

export const JSON_BODY = { 'content-type': 'application/json' };

const { username, password } = CREDENTIALS;

export function callerOf(emulator: Emulator<Seed>): Caller {
  const post: Caller['post'] = async (action, body, headers) => {
    const response = await fetch(`${emulator.url}/${action}`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    return (await response.json()) as Answered;
  };
  return {
    post,
    ask: (action, params = {}) => post(action, JSON.stringify({ username, password, ...params }), JSON_BODY),
    askForm: (action, form) =>
      post(action, `${form}&username=${username}&password=${password}&`, {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    effects: () => emulator.requests.flatMap((request) => request.effects),
  };
}

export function columnOf({ items = [] }: Answered, name: string): unknown[] {
  return items.map((item) => item[name]);
}
