import type { StatisticsBackend } from '../../graph/statistics/statistics.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { optional, record, wholeNumber, type Read } from '../../wire/read.js';
import type { Way } from './way.js';

const count = optional(wholeNumber);
const counters = record({
  campaign_total: count,
  campaign_active: count,
  group_total: count,
  contact_total: count,
  transmission_total: count,
  transmission_active: count,
  spool_total: count,
  spool_success: count,
  spool_failed: count,
});

const readCounters: Endpoint<object, Read<typeof counters>> = {
  name: 'GET /statistics',
  method: 'GET',
  path: () => '/statistics',
  effect: 'reads',
  answer: counters,
};

/** What an installation counts. Attempts are counted by the guide's server only, and are null elsewhere. */
export function statisticsBackend({ call, upstream }: Way): StatisticsBackend {
  return {
    read: async (asking) => {
      const found = await call(readCounters, {}, asking);
      return {
        upstream,
        campaignTotal: found.campaign_total,
        campaignActive: found.campaign_active,
        groupTotal: found.group_total,
        contactTotal: found.contact_total,
        transmissionTotal: found.transmission_total,
        transmissionActive: found.transmission_active,
        spoolTotal: found.spool_total,
        spoolSuccess: found.spool_success,
        spoolFailed: found.spool_failed,
      };
    },
  };
}
