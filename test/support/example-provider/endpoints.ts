import type { Endpoint } from '../../../src/wire/endpoint.js';
import { record } from '../../../src/wire/structure-readers.js';
import { text, wholeNumber, withoutValue } from '../../../src/wire/value-readers.js';
import type { Settings } from './settings.js';

interface Token {
  readonly token: string;
  readonly expires_in: number;
}

/** The log-in. It changes nothing that matters, so it may be repeated. */
export const authEndpoints = {
  logIn: {
    name: 'POST /token',
    method: 'POST',
    path: () => '/token',
    body: (auth) => auth,
    effect: 'reads',
    answer: record({ token: withoutValue(text), expires_in: wholeNumber }),
  } satisfies Endpoint<Settings['auth'], Token>,
};
