import { deferredColumnCost, linkedItemCost, nestedListCost, payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { Noun } from '../ports/backends.js';
import type { FieldCost, FieldCosts, PlannedRows } from '../ports/field-costs.js';
import { transmissionListQuery } from './list-query.js';
import type { TransmissionFilter } from './types.js';

/** Attempts of one transmission at most: one is usual, and nobody configures more than ten. */
const MAX_ATTEMPTS = 10;

function attemptsOf(row: PlannedRows): PlannedRows {
  const { expected, worst } = row.count;
  return { ...row, count: { expected, worst: worst * MAX_ATTEMPTS } };
}

function nestedTransmissionsCost(path: string, of: Noun): FieldCost {
  return nestedListCost(path, of, (_args, _planning, extraFilter) =>
    transmissionListQuery(extraFilter ? { extraFilter } : {}),
  );
}

/** What fields of transmissions and their attempts cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const transmissionFieldCosts: FieldCosts = {
  'Query.transmissions': rootListCost((args) =>
    transmissionListQuery({ filter: args.get('filter') as TransmissionFilter | null }),
  ),
  'Transmission.attempts': {
    ...deferredColumnCost('transmission', 'attempts'),
    plan: ({ rows }) => rows.map(attemptsOf),
  },
  'Transmission.contact': linkedItemCost('contact', { of: 'transmission', row: 'contactRow' }),
  'Transmission.account': linkedItemCost('account', { of: 'transmission', row: 'accountRow' }),
  'Transmission.program': linkedItemCost('program', { of: 'transmission', column: 'programKey' }),
  'Transmission.campaign': linkedItemCost('campaign', { of: 'transmission', column: 'campaignKey', oneIn: 2 }),
  'TransmissionAttempt.transmission': linkedItemCost('transmission'),
  'Campaign.transmissions': nestedTransmissionsCost('campaignId', 'campaign'),
  'Program.transmissions': nestedTransmissionsCost('programId', 'program'),
  ...payloadCosts({ Transmission: 'transmission' }),
  'AttemptPayload.attempt': linkedItemCost('attempt'),
  'AttemptPayload.transmission': linkedItemCost('transmission'),
};
