import { jsonCodec } from '../../wire/json.js';
import type { Codec } from '../../wire/endpoint.js';

const CONTENT_TYPE = 'application/json; charset=UTF-8';

/** JSON, with the content type that the document requires even of a request without a body. */
export const codec: Codec = {
  ...jsonCodec(),
  headers: { accept: 'application/json', 'content-type': CONTENT_TYPE },
  contentType: CONTENT_TYPE,
};
