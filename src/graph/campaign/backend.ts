import type { ListBackend } from '../ports/list-backend.js';
import type { ScheduleItem } from '../mutations/schedule.js';
import type { PerformAction, Writes } from '../ports/writes.js';
import type { Campaign } from './types.js';
import type { CreateCampaignInput, UpdateCampaignInput } from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly campaign: CampaignBackend;
  }
}

/** What the campaign room asks of a provider. */
export interface CampaignBackend extends ListBackend<Campaign> {
  readonly writes?: CampaignWrites;
}

export interface CampaignWrites extends Writes<CreateCampaignInput, UpdateCampaignInput> {
  /** One that runs, or is through, is Invalid: CONFLICT. */
  readonly start?: PerformAction;
  /** One that does not run stays as it is. */
  readonly stop?: PerformAction;
  readonly scheduleStart?: ScheduleItem;
  readonly scheduleStop?: ScheduleItem;
  /** Cancels what is scheduled for it; where nothing is, that is done. */
  readonly cancelSchedule?: PerformAction;
}
