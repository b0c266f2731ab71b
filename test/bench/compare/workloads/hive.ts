import { compareOwnLists } from './own-names.js';
import { PLAIN } from './plain.js';
import type { Operation, WorkloadName } from './workload.js';

/** As Hive Gateway is asked over the schema that Mesh makes of samples. */
export const HIVE: Readonly<Record<WorkloadName, Operation>> = {
  ...PLAIN,
  Q1: {
    ...PLAIN.Q1,
    query: 'query Q1($limit: Int!) { cloudContacts(limit: $limit) { objects { uuid name email phone } } }',
    rowsOf: compareOwnLists,
  },
  Q2: {
    ...PLAIN.Q2,
    query: `query Q2($group: String!) {
      pbxContacts(group: $group) { contact_id first_name last_name email item { description } }
    }`,
    rowsOf: compareOwnLists,
  },
  Q3: {
    ...PLAIN.Q3,
    query: 'query Q3($id: String!) { cloudContact(id: $id) { uuid name email phone } }',
    rowsOf: compareOwnLists,
  },
  Q4: {
    query: `query Q4 {
      monitoring { id name address }
      cloud { objects { uuid name email phone } }
      mail { list { name displayName email mobilePhone } }
      pbx { contact_id first_name last_name email phone }
      sms { items { id first_name last_name email phone } }
    }`,
    rowsOf: compareOwnLists,
  },
};
