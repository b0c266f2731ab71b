import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { serwerSms } from '../../src/providers/serwersms/index.js';
import type { TestUpstream } from './gateway.js';

/** A request as it reached the server. */
export interface BankRequest {
  readonly authorization: string;
  readonly action: string;
  readonly body: string;
}

export interface TokenBank {
  readonly requests: BankRequest[];
  /** What to do with a request instead of answering it as usual; undefined: nothing. */
  intercept: (
    request: BankRequest,
  ) => { readonly status: number; readonly headers?: object; readonly body: string } | 'reset' | undefined;
  /** How long answers take. */
  delayMs: number;
  /** The upstream `sms`, whose callers bring their tokens in `x-sms-token`. */
  readonly upstream: TestUpstream;
  readonly close: () => Promise<void>;
}

/** SerwerSMS as far as groups go. Every token is an account, and its groups are named after it. */
export async function startTokenBank(options: Partial<TestUpstream> = {}): Promise<TokenBank> {
  const groups = new Map<string, string[]>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { authorization = '' } = incoming.headers;
      const request = { authorization, action: incoming.url ?? '', body };
      bank.requests.push(request);
      const instead = bank.intercept(request);
      if (instead === 'reset') return void outgoing.destroy();
      const own = groups.get(authorization) ?? [`of ${authorization.slice(-4)}`];
      groups.set(authorization, own);
      if (!instead && request.action.startsWith('/groups/add')) own.push((JSON.parse(body) as { name: string }).name);
      const items = own.map((name, place) => ({ id: place + 1, name, count: 0 }));
      const usual = request.action.startsWith('/groups/index')
        ? { items }
        : request.action.startsWith('/groups/view')
          ? items.at(-1)
          : { success: true, id: own.length };
      const { status, headers, body: text } = instead ?? { status: 200, body: JSON.stringify(usual) };
      setTimeout(() => {
        outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
        outgoing.end(text);
      }, bank.delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bank: TokenBank = {
    requests: [],
    intercept: () => undefined,
    delayMs: 0,
    upstream: {
      provider: serwerSms,
      name: 'sms',
      baseUrl: `http://127.0.0.1:${port}`,
      settings: { auth: { token: 'never-sent' } },
      callerHeader: 'x-sms-token',
      ...options,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return bank;
}
