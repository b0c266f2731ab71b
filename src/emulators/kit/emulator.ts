import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { handleControl } from './control.js';
import { createFaults, replyInstead, sendTruncated, type Fault, type FaultReplies } from './faults.js';
import type { Call, Reply } from './http.js';
import { isStream, passThrough, sendStream } from './streaming.js';
import type { LoggedRequest } from './logged-request.js';

/** A provider that runs in memory on a loopback port. */
export interface Emulator<Seed = unknown> {
  readonly name: string;
  /** Origin without a path, e.g. `http://127.0.0.1:4101`. */
  readonly url: string;
  /** Every request since the start or the last `reset`, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Restores the shipped data set, or the given one, and forgets requests and faults. */
  readonly reset: (seed?: Seed) => void;
  readonly addFault: (fault: Fault) => void;
  /** Ends all faults. */
  readonly clearFaults: () => void;
  readonly close: () => Promise<void>;
}

/** What a provider's own folder supplies. */
export interface Behaviour<Seed> {
  readonly name: string;
  /** Answers one request; `operation` names it for the ledger. */
  readonly answer: (call: Omit<Call, 'params'>) => Promise<{ readonly operation: string; readonly reply: Reply }>;
  /** Whether this request's body is handed over as a stream; without it every body is read first. */
  readonly streams?: (method: string, path: string) => boolean;
  readonly reset: (seed?: Seed) => void;
  readonly replies: FaultReplies;
}

const CONTROL_PATH = '/__emulator/';

/** Starts a behaviour on a port of 127.0.0.1 (0: any free one). */
export async function startEmulator<Seed>(behaviour: Behaviour<Seed>, port = 0): Promise<Emulator<Seed>> {
  const requests: LoggedRequest[] = [];
  const faults = createFaults();
  const reset = (seed?: Seed): void => {
    requests.length = 0;
    faults.clear();
    behaviour.reset(seed);
  };
  const emulator = {
    name: behaviour.name,
    requests,
    reset,
    addFault: faults.add,
    clearFaults: faults.clear,
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://emulator');
    const serve = url.pathname.startsWith(CONTROL_PATH)
      ? handleControl(emulator, request, response, url.pathname.slice(CONTROL_PATH.length))
      : answerRequest(request, response, url);
    serve.catch((error: unknown) => {
      // A bug in an emulator must not look like a provider's answer.
      process.stderr.write(`emulator ${behaviour.name}: ${String(error instanceof Error ? error.stack : error)}\n`);
      response.destroy();
    });
  });

  async function answerRequest(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const fault = faults.take(method, url.pathname);
    const effects: string[] = [];
    let body: Buffer = Buffer.alloc(0);
    let streamedBody: ReturnType<typeof passThrough> | undefined;
    const log = (operation: string, status: number): void => {
      requests.push({
        at: Date.now(),
        method,
        path: url.pathname,
        query: url.search,
        headers: request.headers,
        body: body.toString('utf8'),
        ...(streamedBody ? { bytes: streamedBody.bytes() } : {}),
        operation,
        effects,
        status,
      });
    };
    if (fault?.kind === 'resetBefore') {
      log('', 0);
      request.socket.destroy();
      return;
    }
    if (behaviour.streams?.(method, url.pathname)) streamedBody = passThrough(request);
    else body = await readAll(request);
    if (fault?.kind === 'resetAfterRead' || fault?.kind === 'hang') {
      await streamedBody?.drain();
      log('', 0);
      if (fault.kind === 'resetAfterRead') request.socket.destroy();
      return;
    }
    const faultReply = fault && (await replyInstead(fault, behaviour.replies));
    if (faultReply) {
      await streamedBody?.drain();
      log('', faultReply.status);
      await send(response, faultReply);
      return;
    }
    const requestHead = { method, path: url.pathname, query: url.searchParams, headers: request.headers };
    const requestBody = { body, text: body.toString('utf8'), ...(streamedBody ? { stream: streamedBody.stream } : {}) };
    const result = await behaviour
      .answer({ ...requestHead, ...requestBody, recordEffect: (effect) => effects.push(effect) })
      .catch((error: unknown) => {
        if (request.complete || !request.destroyed) throw error;
        return undefined;
      });
    if (!result) {
      // The client disconnected in the middle of its body, so no answer is sent.
      log('', 0);
      return;
    }
    await streamedBody?.drain();
    const { operation, reply } = result;
    const isAnswerLost = fault?.kind === 'resetAfterEffect';
    log(operation, isAnswerLost ? 0 : reply.status);
    if (isAnswerLost) {
      if (isStream(reply.body)) reply.body.destroy();
      request.socket.destroy();
    } else if (fault?.kind === 'truncate') await sendTruncated(response, reply);
    else await send(response, reply);
  }

  await listen(server, port);
  behaviour.reset();
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    ...emulator,
    url: `http://127.0.0.1:${actualPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (isStream(reply.body)) return sendStream(response, reply, reply.body);
  const body = Buffer.from(reply.body ?? '');
  const bodiless = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, { ...reply.headers, ...(bodiless ? {} : { 'content-length': body.length }) });
  response.end(bodiless ? undefined : body);
}
