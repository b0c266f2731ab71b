import type { Listing } from '../listing.js';
import type { Schedule } from '../transmission/schedule.js';
import type { Act, Writes } from '../writes.js';
import type { Campaign } from './campaign.js';
import type { CreateCampaignInput, UpdateCampaignInput } from './write-input.js';

/** What the campaign room asks of a provider. */
export interface CampaignBackend extends Listing<Campaign> {
  readonly writes?: CampaignWrites;
}

export interface CampaignWrites extends Writes<CreateCampaignInput, UpdateCampaignInput> {
  /** One that runs, or is through, is Invalid: CONFLICT. */
  readonly start?: Act;
  /** One that does not run stays as it is. */
  readonly stop?: Act;
  readonly scheduleStart?: Schedule;
  readonly scheduleStop?: Schedule;
  /** Cancels what is scheduled for it; where nothing is, that is done. */
  readonly cancelSchedule?: Act;
}
