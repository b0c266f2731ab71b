import { randomBytes } from 'node:crypto';

import type { Clock } from '../kit/clock.js';
import { Refusal } from './refusal.js';

/** The demo account. `token` is a ticket that never expires. */
export const CREDENTIALS = { login: 'demo@example.com', password: 'demo-password', token: 'demo-token' } as const;

export interface Ticket {
  readonly ticket: string;
  readonly expirationTime: string;
  readonly expirationUnixTime: number;
}

export interface Tickets {
  readonly issue: (login: unknown, password: unknown, forLogin: unknown) => Ticket;
  /** Throws unless the Authorization header carries a ticket that is good now. */
  readonly check: (authorization: string | undefined) => void;
}

export function createTickets(clock: Clock, lifetimeMs: number): Tickets {
  const expiries = new Map<string, number>();
  return {
    issue: (login, password, forLogin) => {
      if (login !== CREDENTIALS.login || password !== CREDENTIALS.password) {
        throw new Refusal(401, 'IncorrectLoginOrPassword', 'Login or password is incorrect.');
      }
      // "Superaccount login, for subaccounts with granted rights"; the demo account has none.
      if (typeof forLogin === 'string' && forLogin !== '' && forLogin !== CREDENTIALS.login) {
        throw new Refusal(403, 'AccessDenied', 'No rights are granted for this login.');
      }
      const expiresAt = Math.floor((clock.now() + lifetimeMs) / 1000);
      const ticket = randomBytes(24).toString('hex');
      expiries.set(ticket, expiresAt * 1000);
      return { ticket, expirationTime: new Date(expiresAt * 1000).toISOString(), expirationUnixTime: expiresAt };
    },
    check: (authorization) => {
      // The document writes `bearer`, the published PHP client sends `Bearer`.
      const [, ticket] = /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
      if (ticket === undefined)
        throw new Refusal(401, 'AccessDenied', 'Authorization has been denied for this request.');
      const expiresAt = ticket === CREDENTIALS.token ? Infinity : expiries.get(ticket);
      if (expiresAt === undefined) throw new Refusal(401, 'WrongTicket', 'The ticket is not known.');
      if (expiresAt <= clock.now()) throw new Refusal(401, 'TicketExpired', 'The ticket has expired.');
    },
  };
}
