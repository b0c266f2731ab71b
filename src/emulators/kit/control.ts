import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Fault } from './faults.js';
import type { LoggedRequest } from './logged-request.js';

interface ControlledEmulator {
  readonly requests: readonly LoggedRequest[];
  readonly reset: () => void;
  readonly addFault: (fault: Fault) => void;
  readonly clearFaults: () => void;
}

const FAULT_KINDS: readonly string[] = [
  'slow',
  'hang',
  'status',
  'throttle',
  'unauthorized',
  'garbage',
  'html',
  'truncate',
  'resetBefore',
  'resetAfterRead',
  'resetAfterEffect',
] satisfies Array<Fault['kind']>;

/**
 * The emulator's own endpoints, beside the provider's paths: `POST /__emulator/faults` adds a fault, `DELETE
 * /__emulator/faults` ends all faults, `GET /__emulator/requests`, `POST /__emulator/reset`.
 */
export async function handleControl(
  emulator: ControlledEmulator,
  request: IncomingMessage,
  response: ServerResponse,
  action: string,
): Promise<void> {
  const text = await readText(request);
  switch (`${request.method ?? ''} ${action}`) {
    case 'GET requests':
      sendJsonReply(response, 200, emulator.requests);
      return;
    case 'POST reset':
      emulator.reset();
      sendJsonReply(response, 200, { reset: true });
      return;
    case 'DELETE faults':
      emulator.clearFaults();
      sendJsonReply(response, 200, { healed: true });
      return;
    case 'POST faults': {
      const fault = toFault(text);
      if (fault) emulator.addFault(fault);
      sendJsonReply(response, fault ? 200 : 400, fault ?? { error: `kind must be one of ${FAULT_KINDS.join(', ')}` });
      return;
    }
    default:
      sendJsonReply(response, 404, { error: 'try GET requests, POST reset, POST faults or DELETE faults' });
  }
}

function toFault(text: string): Fault | undefined {
  try {
    const fault = JSON.parse(text) as Partial<Fault> | null;
    return typeof fault?.kind === 'string' && FAULT_KINDS.includes(fault.kind) ? (fault as Fault) : undefined;
  } catch {
    return undefined;
  }
}

function sendJsonReply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += (chunk as Buffer).toString('utf8');
  return text;
}
