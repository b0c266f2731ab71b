import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { ItemBackend, ListBackend } from '../ports/list-backend.js';
import type { PerformAction, WrittenItem, Writes } from '../ports/writes.js';
import type { ScheduleItem } from '../mutations/schedule.js';
import type { Transmission, TransmissionAttempt } from './types.js';
import type { CreateTransmissionInput } from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly transmission: TransmissionBackend;
    readonly attempt: ItemBackend<TransmissionAttempt>;
  }
}

/** What the transmission room asks of a provider. */
export interface TransmissionBackend extends ListBackend<Transmission> {
  readonly writes?: TransmissionWrites;
}

/** A transmission that was sent: its key, and the key of the attempt; null where the provider does not tell it. */
export interface WrittenAttempt extends WrittenItem {
  readonly attempt: string | null;
}

export type SendTransmission = (
  key: string,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenAttempt>>;

export interface TransmissionWrites extends Omit<Writes<CreateTransmissionInput, never>, 'update'> {
  /** One that is being sent, has arrived or is invalid is Invalid: CONFLICT; it is never sent a second time. */
  readonly send?: SendTransmission;
  readonly retry?: SendTransmission;
  readonly schedule?: ScheduleItem;
  readonly cancelSchedule?: PerformAction;
  /** Answers the key of the copy. */
  readonly clone?: PerformAction;
}
