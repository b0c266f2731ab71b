import { cloudIdOf } from '../../stub/rows.js';
import type { ComparedRow, Operation, WorkloadName } from './workload.js';

type Lists = Readonly<Record<string, readonly ComparedRow[]>>;

const FIELDS = '{ id name email phone }';

/** As the peers that are written by hand are asked. */
export const PLAIN: Readonly<Record<WorkloadName, Operation>> = {
  Q1: {
    query: `query Q1($limit: Int!) { cloudContacts(limit: $limit) ${FIELDS} }`,
    variables: (n) => ({ limit: 100 + n }),
    rowsOf: ({ cloudContacts = [] }: Lists) => cloudContacts,
  },
  Q2: {
    query: 'query Q2($group: ID!) { pbxContacts(group: $group) { id name email description } }',
    variables: (n) => ({ group: String(1 + n) }),
    rowsOf: ({ pbxContacts = [] }: Lists) => pbxContacts,
  },
  Q3: {
    query: `query Q3($id: ID!) { cloudContact(id: $id) ${FIELDS} }`,
    variables: (n) => ({ id: cloudIdOf(1 + n) }),
    rowsOf: ({ cloudContact }: { readonly cloudContact: ComparedRow }) => [cloudContact],
  },
  Q4: {
    query: `query Q4 { monitoring ${FIELDS} cloud ${FIELDS} mail ${FIELDS} pbx ${FIELDS} sms ${FIELDS} }`,
    rowsOf: (lists: Lists) => Object.values(lists).flat(),
  },
  typename: {
    query: 'query typename { __typename }',
    rowsOf: ({ __typename }: { readonly __typename: string }) => [{ name: __typename }],
  },
};
