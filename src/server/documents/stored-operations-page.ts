import type { ServerResponse } from 'node:http';

import { sendResponse } from '../respond.js';
import type { TrustedOperation } from './trusted-documents.js';

/** The page of a gateway that runs nothing but what it stores: no explorer could send anything else. */
export function createStoredOperationsPage(
  operations: readonly TrustedOperation[],
): (response: ServerResponse) => void {
  const page = renderPage(operations);
  return (response) => {
    sendResponse(response, 200, HEADERS, page);
  };
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
};

function renderPage(operations: readonly TrustedOperation[]): string {
  const rows = [...operations]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(
      ({ id, kind, name }) =>
        `<tr><td>${kind}</td><td>${escapeHtml(name)}</td><td><code>${escapeHtml(id)}</code></td></tr>`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trunkline</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>This gateway runs only the operations that it stores (<code>documents.only</code> in its config), so there is no explorer here.
Ask for one with <code>{ "documentId": "…", "variables": { … } }</code>.</p>
<table>
<thead><tr><th>kind</th><th>name</th><th>documentId</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
