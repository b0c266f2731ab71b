import type { ListBackend } from '../listing.js';
import type { ScheduleItem } from '../transmission/schedule.js';
import type { PerformAction, Writes } from '../writes.js';
import type { Campaign } from './campaign.js';
import type { CreateCampaignInput, UpdateCampaignInput } from './write-input.js';

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
