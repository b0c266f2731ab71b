import { cloudIdOf } from '../../stub/rows.js';
import type { ComparedRow, MeasuredName, Operation } from './workload.js';

interface Contact {
  readonly id?: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly phones?: readonly string[];
  readonly description?: string;
}

interface Contacts {
  readonly contacts: { readonly nodes: readonly Contact[] };
}

const idOf = (upstream: string, noun: string, key: string): string =>
  Buffer.from(`${upstream}:${noun}:${key}`).toString('base64url');

/** The provider's own id, which is what the peers show. */
const keyOf = (id: string): string =>
  Buffer.from(id, 'base64url')
    .toString()
    .replace(/^[^:]*:[^:]*:/, '')
    .replace(/^test-domain\.com\//, '');

const toCompared = ({ id, displayName, emails, phones, description }: Contact): ComparedRow => ({
  id: id === undefined ? undefined : keyOf(id),
  name: displayName,
  email: emails[0],
  phone: phones?.[0],
  description,
});

const rowsOf = ({ contacts }: Contacts): readonly ComparedRow[] => contacts.nodes.map(toCompared);

const oneList = (name: string, selection: string): Operation => ({
  query: `query ${name}($first: Int!) { contacts(first: $first, providers: CLOUDSIGMA) ${selection} }`,
  variables: (n) => ({ first: 100 + n }),
  rowsOf,
});

// The requests for whole lists are alike, whatever the page: without the header they would be shared.
const fiveLists = (name: string, selection: string): Operation => ({
  query: `query ${name}($first: Int!) { contacts(first: $first) ${selection} }`,
  variables: (n) => ({ first: 500 + n }),
  headers: { 'cache-control': 'no-cache' },
  rowsOf,
});

const ALL = '{ nodes { id displayName emails phones } }';
const NO_PHONES = '{ nodes { id displayName emails } }';
const NO_IDS = '{ nodes { displayName emails phones } }';
const SOURCES =
  '{ nodes { id displayName emails phones } sources { upstream { name } pushedDown residual requests fetched } }';

/** As Trunkline is asked. */
export const TRUNKLINE: Readonly<Record<MeasuredName, Operation>> = {
  Q1: oneList('Q1', ALL),
  'Q1-phones': oneList('Q1NoPhones', NO_PHONES),
  'Q1-ids': oneList('Q1NoIds', NO_IDS),
  'Q1+sources': oneList('Q1Sources', SOURCES),
  Q2: {
    query: `query Q2($group: ID!) {
      contacts(first: 50, upstreams: "pbx", filter: { groupId: $group }) {
        nodes { id displayName emails ... on IctCoreContact { description } }
      }
    }`,
    variables: (n) => ({ group: idOf('pbx', 'group', String(1 + n)) }),
    rowsOf,
  },
  Q3: {
    query: 'query Q3($id: ID!) { contact(id: $id) { id displayName emails phones } }',
    variables: (n) => ({ id: idOf('cloud', 'contact', cloudIdOf(1 + n)) }),
    rowsOf: ({ contact }: { readonly contact: Contact }) => [toCompared(contact)],
  },
  Q4: fiveLists('Q4', ALL),
  'Q4-phones': fiveLists('Q4NoPhones', NO_PHONES),
  'Q4-ids': fiveLists('Q4NoIds', NO_IDS),
  'Q4+sources': fiveLists('Q4Sources', SOURCES),
  typename: {
    query: 'query typename { __typename }',
    rowsOf: ({ __typename }: { readonly __typename: string }) => [{ name: __typename }],
  },
};
