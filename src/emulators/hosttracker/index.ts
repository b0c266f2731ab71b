import { createClock, type Clock } from '../kit/clock.js';
import { startEmulator, type Emulator } from '../kit/emulator.js';
import { matchRoute, type Call, type Reply, type Route } from '../kit/http.js';
import { contactRoutes } from './contacts.js';
import { readFields, say, sayRefusal, type Answer } from './format.js';
import { ALERT_DELAYS, CONTACT_TYPES, IM_GATEWAYS, SMS_GATEWAYS } from './options.js';
import { Refusal } from './refusal.js';
import { SHIPPED } from './seed.js';
import { createState, type HostTrackerSeed } from './state.js';
import { createTickets, type Tickets } from './tickets.js';
import { arrayOfInt, arrayOfString, flat } from './write-xml.js';

export { CREDENTIALS } from './tickets.js';
export type { ContactRow, ContactStatus, HostTrackerSeed } from './state.js';

/** A client's base URL is `url + PREFIX`. */
export const PREFIX = '/api/web/v1';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const AN_HOUR = 3_600_000;

export interface HostTrackerOptions {
  readonly port?: number;
  readonly clock?: Clock;
  /** How long a ticket lives; the provider does not say. */
  readonly ticketLifetimeMs?: number;
}

export interface HostTrackerEmulator extends Emulator<HostTrackerSeed> {
  /** The confirmation code that was sent to a contact, which its owner would read. */
  readonly codeOf: (id: string) => string | undefined;
}

export async function startHostTracker(options: HostTrackerOptions = {}): Promise<HostTrackerEmulator> {
  const state = createState();
  const tickets = createTickets(options.clock ?? createClock(), options.ticketLifetimeMs ?? AN_HOUR);
  const routes = [loginRoute(tickets), ...optionRoutes(), ...contactRoutes(state)];
  const emulator = await startEmulator<HostTrackerSeed>(
    {
      name: 'hosttracker',
      answer: (call) => answer(routes, tickets, call),
      reset: (seed) => {
        state.fill(seed ?? SHIPPED);
      },
      replies: {
        unauthorized: sayRefusal({}, new Refusal(401, 'TicketExpired', 'The ticket has expired.')),
        // Seen by a published client; neither the limits nor the body are documented.
        throttled: sayRefusal({}, new Refusal(429, 'TooManyRequests', 'Too many requests.')),
      },
    },
    options.port,
  );
  return { ...emulator, codeOf: (id) => state.find(id)?.code };
}

async function answer(
  routes: readonly Route[],
  tickets: Tickets,
  call: Omit<Call, 'params'>,
): Promise<{ operation: string; reply: Reply }> {
  let operation = '';
  try {
    const method = methodOf(call);
    const path = call.path.startsWith(`${PREFIX}/`) ? call.path.slice(PREFIX.length) : '';
    const matched = matchRoute(routes, method, path);
    const id = matched?.params['id'];
    // `{id:guid}` is a condition of the route, so anything else is no such path.
    if (!matched || (id !== undefined && !GUID.test(id))) {
      throw new Refusal(404, 'NotFound', 'No HTTP resource was found that matches the request URI.');
    }
    operation = `${method} ${matched.route.pattern}`;
    if (matched.route.pattern !== '/users/token') tickets.check(call.headers.authorization);
    return { operation, reply: await matched.route.handle({ ...call, params: matched.params }) };
  } catch (error) {
    if (error instanceof Refusal) return { operation, reply: sayRefusal(call.headers, error) };
    throw error;
  }
}

/** A POST may say that it is another method (the provider's quick start guide). */
function methodOf({ method, headers }: Omit<Call, 'params'>): string {
  const override = headers['x-http-method-override'];
  const meant = typeof override === 'string' ? override.toUpperCase() : '';
  return method === 'POST' && ['PUT', 'PATCH', 'DELETE'].includes(meant) ? meant : method;
}

function loginRoute(tickets: Tickets): Route {
  return {
    method: 'POST',
    pattern: '/users/token',
    handle: (call) => {
      const { login, password, forLogin } = readFields(call, 'LoginData');
      const ticket = tickets.issue(login, password, forLogin);
      return say(call.headers, { json: ticket, xml: flat('Ticket', { ...ticket }) });
    },
  };
}

function optionRoutes(): Route[] {
  const words = (values: readonly string[]): Answer => ({ json: values, xml: arrayOfString(values) });
  const fixed = (pattern: string, value: Answer): Route => ({
    method: 'GET',
    pattern,
    handle: ({ headers }) => say(headers, value),
  });
  return [
    fixed('/contacts/types', words(CONTACT_TYPES)),
    fixed('/contacts/delays', { json: ALERT_DELAYS, xml: arrayOfInt(ALERT_DELAYS) }),
    fixed('/contacts/sms/gateways', words(SMS_GATEWAYS)),
    fixed('/contacts/im/gateways', words(IM_GATEWAYS)),
  ];
}
