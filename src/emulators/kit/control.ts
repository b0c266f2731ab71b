import type { IncomingMessage, ServerResponse } from 'node:http';

import type { LoggedRequest } from './emulator.js';
import type { Fault } from './faults.js';

interface Controlled {
  readonly requests: readonly LoggedRequest[];
  readonly reset: () => void;
  readonly fault: (fault: Fault) => void;
  readonly heal: () => void;
}

const KINDS: readonly string[] = [
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
 * The emulator's own switches, for people and scripts, beside the provider's paths:
 * `POST /__emulator/faults` with a fault, `DELETE` it to heal, `GET /__emulator/requests`, `POST /__emulator/reset`.
 */
export async function control(
  emulator: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
  action: string,
): Promise<void> {
  const text = await readText(request);
  switch (`${request.method ?? ''} ${action}`) {
    case 'GET requests':
      say(response, 200, emulator.requests);
      return;
    case 'POST reset':
      emulator.reset();
      say(response, 200, { reset: true });
      return;
    case 'DELETE faults':
      emulator.heal();
      say(response, 200, { healed: true });
      return;
    case 'POST faults': {
      const fault = toFault(text);
      if (fault) emulator.fault(fault);
      say(response, fault ? 200 : 400, fault ?? { error: `kind must be one of ${KINDS.join(', ')}` });
      return;
    }
    default:
      say(response, 404, { error: 'try GET requests, POST reset, POST faults or DELETE faults' });
  }
}

function toFault(text: string): Fault | undefined {
  try {
    const fault = JSON.parse(text) as Partial<Fault> | null;
    return typeof fault?.kind === 'string' && KINDS.includes(fault.kind) ? (fault as Fault) : undefined;
  } catch {
    return undefined;
  }
}

function say(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += (chunk as Buffer).toString('utf8');
  return text;
}
