import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { FIRST_QUERY } from './first-query.js';
import { send } from './respond.js';

interface File {
  readonly type: string;
  readonly body: Buffer;
  readonly tag: string;
}

const POLICY = [
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
export function createGraphiQL(): (
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
) => Promise<boolean> {
  let files: Promise<ReadonlyMap<string, File>> | undefined;
  return async ({ headers }, response, name) => {
    files ??= loadFiles();
    const file = (await files).get(name);
    if (!file) return false;
    const head = {
      'content-type': file.type,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      etag: file.tag,
    };
    if (headers['if-none-match'] === file.tag) send(response, 304, head, '');
    else send(response, 200, head, file.body);
    return true;
  };
}

async function loadFiles(): Promise<ReadonlyMap<string, File>> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import('./graphiql-assets.js');
  const script = 'text/javascript; charset=utf-8';
  return new Map([
    ['', file('text/html; charset=utf-8', PAGE)],
    ['graphiql.css', file('text/css; charset=utf-8', css)],
    ['graphiql.js', file(script, js)],
    ['begin.js', file(script, BEGIN)],
    ['worker-editorWorkerService.js', file(script, editorWorkerService)],
    ['worker-json.js', file(script, jsonWorker)],
    ['worker-graphql.js', file(script, graphqlWorker)],
  ]);
}

function file(type: string, text: string): File {
  const body = Buffer.from(text);
  return { type, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trunkline</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/begin.js"></script>
</body>
</html>
`;

const BEGIN = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: function (moduleId, label) { return '/graphiql/worker-' + label + '.js'; },
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({
  endpoint: '/graphql',
  title: 'Trunkline',
  defaultQuery: FIRST_QUERY,
})});
`;
