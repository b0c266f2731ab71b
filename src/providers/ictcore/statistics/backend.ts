import type { Endpoint } from '../../../wire/endpoint.js';
import { optional, wholeNumber } from '../../../wire/value-readers.js';
import type { Session } from '../session.js';
import type { StatisticsBackend } from '../../../graph/statistics/backend.js';
import type { ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

const counter = optional(wholeNumber);
const counters = record({
  campaign_total: counter,
  campaign_active: counter,
  group_total: counter,
  contact_total: counter,
  transmission_total: counter,
  transmission_active: counter,
  spool_total: counter,
  spool_success: counter,
  spool_failed: counter,
});

const countersEndpoint: Endpoint<object, ReadValue<typeof counters>> = {
  name: 'GET /statistics',
  method: 'GET',
  path: () => '/statistics',
  effect: 'reads',
  answer: counters,
};

/** What an installation counts. Attempts are counted by the guide's server only, and are null elsewhere. */
export function createStatisticsBackend({ call, upstream }: Session): StatisticsBackend {
  return {
    read: async (callOptions) => {
      const answer = await call(countersEndpoint, {}, callOptions);
      return {
        upstream,
        campaignTotal: answer.campaign_total,
        campaignActive: answer.campaign_active,
        groupTotal: answer.group_total,
        contactTotal: answer.contact_total,
        transmissionTotal: answer.transmission_total,
        transmissionActive: answer.transmission_active,
        spoolTotal: answer.spool_total,
        spoolSuccess: answer.spool_success,
        spoolFailed: answer.spool_failed,
      };
    },
  };
}
