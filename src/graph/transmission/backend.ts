import type { Sent, Writing } from '../../operations/intent.js';
import type { Listing } from '../listing.js';
import type { Act, Made, Writes } from '../writes.js';
import type { Schedule } from './schedule.js';
import type { Transmission } from './transmission.js';
import type { CreateTransmissionInput } from './write-input.js';

/** What the transmission room asks of a provider. */
export interface TransmissionBackend extends Listing<Transmission> {
  readonly writes?: TransmissionWrites;
}

/** A transmission that was sent: its key, and the key of the attempt; null where the provider does not tell it. */
export interface AttemptMade extends Made {
  readonly attempt: string | null;
}

export type Send = (key: string, writing: Writing) => Promise<Sent<AttemptMade>>;

export interface TransmissionWrites extends Omit<Writes<CreateTransmissionInput, never>, 'update'> {
  /** One that is being sent, has arrived or is invalid is Invalid: CONFLICT; it is never sent a second time. */
  readonly send?: Send;
  readonly retry?: Send;
  readonly schedule?: Schedule;
  readonly cancelSchedule?: Act;
  /** Answers the key of the copy. */
  readonly clone?: Act;
}
