import { condition, type Filter } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Channel } from '../contact/contact.js';
import type { Question } from '../list.js';
import { localiseReferences, referenceConditions } from '../references.js';
import type { Direction, Transmission, TransmissionFilter, TransmissionStatus } from './transmission.js';

const tests: Tests<Transmission> = {
  status: { column: 'status', of: (status: TransmissionStatus) => (row) => row.status === status },
  direction: { column: 'direction', of: (direction: Direction) => (row) => row.direction === direction },
  channel: { column: 'channel', of: (channel: Channel) => (row) => row.channel === channel },
  contactId: { column: 'contactId', of: (key: string) => (row) => row.contactKey === key },
  accountId: { column: 'accountId', of: (key: string) => (row) => row.accountKey === key },
  programId: { column: 'programId', of: (key: string) => (row) => row.programKey === key },
  campaignId: { column: 'campaignId', of: (key: string) => (row) => row.campaignKey === key },
};

const REFERENCES = {
  contactId: 'contact',
  accountId: 'account',
  programId: 'program',
  campaignId: 'campaign',
} as const;

/** Which transmissions. */
export interface WantedTransmissions {
  readonly filter?: TransmissionFilter | null;
  /** What must hold besides, e.g. being of the campaign whose transmissions are asked. */
  readonly also?: Filter;
}

/** Transmissions that match; a malformed id in the filter is BAD_USER_INPUT. */
export function transmissionQuestion({ filter, also }: WantedTransmissions): Question<Transmission> {
  const parts: Filter[] = [
    ...(also ? [also] : []),
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
