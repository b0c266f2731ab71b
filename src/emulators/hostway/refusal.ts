import { jsonReply, type Reply } from '../kit/http.js';

export const JSON_TYPE = 'application/json; charset=UTF-8';

const TEXTS: Readonly<Record<number, string>> = {
  400:
    '400 Bad Request\n\nThe server could not comply with the request since it is either malformed or otherwise ' +
    'incorrect.\n',
  401: '401 Unauthorized\n\nThis server could not verify that you are authorized to access the document you requested.\n',
  404: '404 Not Found\n\nThe resource could not be found.\n',
  405: '405 Method Not Allowed\n\nThe method is not allowed for this resource.\n',
  429: '429 Too Many Requests\n\nToo many requests.\n',
};

/** A request that is not done. The API speaks of errors in three ways: plain text, an envelope, a map of fields. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

/** Plain text: what its web server says by itself. */
export function inText(status: number, headers: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal({
    status,
    headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers },
    body: TEXTS[status] ?? '',
  });
}

/** An envelope that is keyed by the error's name. */
export function inEnvelope(name: string, code: number, message: string): Refusal {
  return new Refusal(jsonReply({ [name]: { message, code, details: '' } }, code, JSON_TYPE));
}

/** Which field is wrong and why. */
export function inFields(fields: Readonly<Record<string, string>>): Refusal {
  return new Refusal(jsonReply(fields, 400, JSON_TYPE));
}

export function notFound(): Refusal {
  const itemNotFound = { guid: '', message: 'Resource not found', code: 404, details: '' };
  return new Refusal(jsonReply({ itemNotFound }, 404, JSON_TYPE));
}
