import type { GraphQLResolveInfo } from 'graphql';

import { condition, type Filter } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Connection } from '../connection.js';
import type { Channel } from '../contact/contact.js';
import type { Context } from '../context.js';
import { list, type ListArguments } from '../list.js';
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

interface Wanted {
  readonly filter?: TransmissionFilter | null;
  /** What must hold besides, e.g. being of the campaign whose transmissions are asked. */
  readonly also?: Filter;
}

/** One page of transmissions; every field that lists them is this list. */
export function listTransmissions(
  { filter, also }: Wanted,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Transmission>> {
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
  const localise = (part: Filter, { name }: { readonly name: string }): Filter =>
    localiseReferences(part, name, REFERENCES);
  const question = {
    noun: 'transmission',
    filter: { is: 'all', of: parts },
    localise,
    tests,
    sorting: undefined,
  } as const;
  return list(question, args, context, info);
}
