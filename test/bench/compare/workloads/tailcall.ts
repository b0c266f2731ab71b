import { compareOwnLists } from './own-names.js';
import { PLAIN } from './plain.js';
import type { Operation, WorkloadName } from './workload.js';

/** As Tailcall is asked, which keeps the providers' own shapes. */
export const TAILCALL: Readonly<Record<WorkloadName, Operation>> = {
  ...PLAIN,
  Q1: {
    ...PLAIN.Q1,
    query: 'query Q1($limit: Int!) { cloudContacts(limit: $limit) { objects { id name email phone } } }',
    rowsOf: compareOwnLists,
  },
  Q2: {
    ...PLAIN.Q2,
    query:
      'query Q2($group: ID!) { pbxContacts(group: $group) { id first_name last_name email item { description } } }',
    rowsOf: compareOwnLists,
  },
  Q4: {
    query: `query Q4 {
      monitoring { id name email }
      cloud { objects { id name email phone } }
      mail { list { id displayName email phone } }
      pbx { id first_name last_name email phone }
      sms { items { id first_name last_name email phone } }
    }`,
    rowsOf: compareOwnLists,
  },
};
