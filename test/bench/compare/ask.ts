import { request } from 'node:http';

import type { AskedOperation } from './workloads/operations.js';
import type { ComparedRow } from './workloads/workload.js';

/** One body of a operation as the bytes that the load sends. */
export function toHttpRequest(port: number, body: string, headers: AskedOperation['headers'] = {}): Buffer {
  const head = {
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/** The rows of one answer. */
export async function askOnce(
  port: number,
  { headers, rowsOf }: AskedOperation,
  body: string,
): Promise<readonly ComparedRow[]> {
  const text = await post(port, body, headers);
  const { data, errors } = JSON.parse(text) as { readonly data: never; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(text.slice(0, 300));
  return rowsOf(data);
}

function post(port: number, body: string, headers: AskedOperation['headers'] = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers };
    const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve(Buffer.concat(chunks).toString());
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
