import { condition, type Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import type { Channel } from '../contact/types.js';
import { localiseReferences, referenceConditions } from '../lists/references.js';
import type { Direction, Transmission, TransmissionFilter, TransmissionStatus } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const tests: RowTests<Transmission> = {
  status: { column: 'status', compile: (status: TransmissionStatus) => (row) => row.status === status },
  direction: { column: 'direction', compile: (direction: Direction) => (row) => row.direction === direction },
  channel: { column: 'channel', compile: (channel: Channel) => (row) => row.channel === channel },
  contactId: { column: 'contactId', compile: (key: string) => (row) => row.contactKey === key },
  accountId: { column: 'accountId', compile: (key: string) => (row) => row.accountKey === key },
  programId: { column: 'programId', compile: (key: string) => (row) => row.programKey === key },
  campaignId: { column: 'campaignId', compile: (key: string) => (row) => row.campaignKey === key },
};

const REFERENCES = {
  contactId: 'contact',
  accountId: 'account',
  programId: 'program',
  campaignId: 'campaign',
} as const;

/** Which transmissions. */
export interface TransmissionSelection {
  readonly filter?: TransmissionFilter | null;
  /** What must hold besides, e.g. being of the campaign whose transmissions are asked. */
  readonly extraFilter?: Filter;
}

/** Transmissions that match; a malformed id in the filter is BAD_USER_INPUT. */
export function transmissionListQuery({ filter, extraFilter }: TransmissionSelection): ListQuery<Transmission> {
  const parts: Filter[] = [
    ...(extraFilter ? [extraFilter] : []),
    ...(filter?.status ? [condition('status', filter.status)] : []),
    ...(filter?.direction ? [condition('direction', filter.direction)] : []),
    ...(filter?.channel ? [condition('channel', filter.channel)] : []),
    ...referenceConditions('contactId', filter?.contactId),
    ...referenceConditions('accountId', filter?.accountId),
    ...referenceConditions('programId', filter?.programId),
    ...referenceConditions('campaignId', filter?.campaignId),
  ];
  return {
    noun: 'transmission',
    filter: { is: 'all', of: parts },
    localise: (part, { name }) => localiseReferences(part, name, REFERENCES),
    tests,
    sorting: undefined,
  };
}
