import type { Endpoint } from '../../wire/endpoint.js';
import { withoutValue, optional, text, wholeNumber } from '../../wire/value-readers.js';
import { record } from '../../wire/structure-readers.js';
import { UnreadableValue } from '../../wire/unreadable-value.js';
import type { ReadValue, Reader } from '../../wire/reader.js';

const tokenAnswer = record({
  token: optional(withoutValue(text)),
  access_token: optional(withoutValue(text)),
  expires_in: optional(wholeNumber),
});

/** The guide answers `{token}`, real servers the whole user with `token`, `access_token` and `expires_in` in seconds. */
const accessToken: Reader<{ readonly token: string; readonly expires_in: number | null }> = (value, at) => {
  const { token, access_token: alternative, expires_in } = tokenAnswer(value, at);
  const found = token ?? alternative;
  // It becomes part of a header.
  if (found === null || !/^[\x21-\x7e]+$/.test(found)) throw new UnreadableValue('a token', `${at}.token`, 'none');
  return { token: found, expires_in };
};

export const endpoints = {
  authenticate: {
    name: 'POST /authenticate',
    method: 'POST',
    path: () => '/authenticate',
    body: ({ username, password }) => ({ username, password }),
    // Tokens are stateless: the server keeps nothing of a log-in.
    effect: 'reads',
    answer: accessToken,
  } satisfies Endpoint<{ readonly username: string; readonly password: string }, ReadValue<typeof accessToken>>,
};
