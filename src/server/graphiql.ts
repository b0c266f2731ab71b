import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { loadExampleOperations } from './example-operations.js';
import { renderGraphiQLPage, START_SCRIPT } from './graphiql-page.js';
import { sendResponse } from './respond.js';

interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Its editor writes styles as it goes.
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Serves GraphiQL, which is part of the package and needs no internet; its 8 MB are loaded when first asked for. */
export function createGraphiQLHandler(): (
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
) => Promise<boolean> {
  let files: Promise<ReadonlyMap<string, StaticFile>> | undefined;
  return async ({ headers }, response, name) => {
    files ??= loadFiles();
    const file = (await files).get(name);
    if (!file) return false;
    const head = {
      'content-type': file.type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      etag: file.etag,
    };
    if (headers['if-none-match'] === file.etag) sendResponse(response, 304, head, '');
    else sendResponse(response, 200, head, file.body);
    return true;
  };
}

async function loadFiles(): Promise<ReadonlyMap<string, StaticFile>> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import('./graphiql-assets.js');
  const script = 'text/javascript; charset=utf-8';
  return new Map([
    ['', toStaticFile('text/html; charset=utf-8', renderGraphiQLPage(await loadExampleOperations()))],
    ['graphiql.css', toStaticFile('text/css; charset=utf-8', css)],
    ['graphiql.js', toStaticFile(script, js)],
    ['begin.js', toStaticFile(script, START_SCRIPT)],
    ['worker-editorWorkerService.js', toStaticFile(script, editorWorkerService)],
    ['worker-json.js', toStaticFile(script, jsonWorker)],
    ['worker-graphql.js', toStaticFile(script, graphqlWorker)],
  ]);
}

function toStaticFile(type: string, text: string): StaticFile {
  const body = Buffer.from(text);
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
