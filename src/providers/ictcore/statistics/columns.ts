import type { Statistics } from '../../../graph/statistics/types.js';
import { declareColumns } from '../../../wire/columns.js';
import { optional, int32 } from '../../../wire/value-readers.js';

const counter = <const Wire extends string>(wire: Wire) => ({ wire, read: optional(int32) });

/** Only the server of the guide counts attempts; on real ones these counters are null. */
export const statisticsColumns = declareColumns<Statistics, Exclude<keyof Statistics, 'upstream'>, 'counters'>()({
  campaignTotal: counter('campaign_total'),
  campaignActive: counter('campaign_active'),
  groupTotal: counter('group_total'),
  contactTotal: counter('contact_total'),
  transmissionTotal: counter('transmission_total'),
  transmissionActive: counter('transmission_active'),
  spoolTotal: counter('spool_total'),
  spoolSuccess: counter('spool_success'),
  spoolFailed: counter('spool_failed'),
});
