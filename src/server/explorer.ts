import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import { FIRST_QUERY } from './first-query.js';
import { sendResponse } from './respond.js';

const CDN = 'https://embeddable-sandbox.cdn.apollographql.com';
const SCRIPT = `${CDN}/v2/embeddable-sandbox.umd.production.min.js`;
/** A blocked network may neither answer nor refuse. */
const SCRIPT_TIMEOUT_MS = 3000;

/** Sends the page that embeds Apollo Sandbox, and that goes to GraphiQL where Apollo's script cannot be loaded. */
export function sendExplorer(response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64');
  sendResponse(
    response,
    200,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicyFor(nonce),
      'referrer-policy': 'no-referrer',
    },
    renderPage(nonce),
  );
}

function contentSecurityPolicyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${CDN}`,
    `style-src 'nonce-${nonce}' ${CDN}`,
    'img-src data:',
    // The embedded frame passes its requests to this page, which sends them.
    "connect-src 'self'",
    'frame-src https://sandbox.embed.apollographql.com',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function renderPage(nonce: string): string {
  // `<` would let a text end the script.
  const options = JSON.stringify({
    target: '#sandbox',
    initialState: { document: FIRST_QUERY, includeCookies: false },
    hideCookieToggle: true,
    endpointIsEditable: false,
    runTelemetry: false,
    allowDynamicStyles: false,
  }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trunkline</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">
html, body { height: 100%; margin: 0; font: 16px/1.5 system-ui, sans-serif; }
#wait { padding: 1rem; }
#sandbox, iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
#sandbox:empty { display: none; }
</style>
</head>
<body>
<p id="wait">Loading Apollo Sandbox. Without internet <a href="/graphiql">GraphiQL</a> opens instead.</p>
<div id="sandbox"></div>
<script nonce="${nonce}">
(function () {
  function offline() { location.replace('/graphiql' + location.search); }
  var timeout = setTimeout(offline, ${SCRIPT_TIMEOUT_MS});
  var script = document.createElement('script');
  script.src = ${JSON.stringify(SCRIPT)};
  script.onerror = offline;
  script.onload = function () {
    clearTimeout(timeout);
    document.getElementById('wait').remove();
    var options = ${options};
    options.initialEndpoint = location.origin + location.pathname;
    new window.EmbeddedSandbox(options);
  };
  document.head.append(script);
})();
</script>
</body>
</html>
`;
}
