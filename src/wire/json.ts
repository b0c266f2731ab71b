import { mediaTypeOf } from './content-type.js';
import type { Codec } from './endpoint.js';

export interface JsonOptions {
  /** The accept header; default `application/json`. */
  readonly accept?: string;
  /** Media types besides JSON's own that hold JSON all the same, e.g. `text/plain`. */
  readonly alsoAccept?: readonly string[];
}

/** Reads and writes JSON. */
export function jsonCodec({ accept = 'application/json', alsoAccept = [] }: JsonOptions = {}): Codec {
  return {
    headers: { accept },
    // Without a charset: ICTCore takes a body for plain text if it has one.
    contentType: 'application/json',
    isJson: true,
    write: (body) => JSON.stringify(body),
    parse: parseJson,
    accepts: (contentType) => {
      const type = mediaTypeOf(contentType);
      return /^(application|text)\/json$|^\w+\/[\w.-]+\+json$/.test(type) || alsoAccept.includes(type);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // The engine's own message quotes the body.
    throw new SyntaxError('the body is not JSON');
  }
}
