import type { EmulatorName } from '../../src/emulators/index.js';

/** One write of one provider, for the matrix of faults. */
export interface WriteCase {
  readonly provider: EmulatorName;
  readonly effect: 'acts' | 'replaces';
  readonly name: string;
  /** Which of its requests is the write: the faults hit this one and leave log-ins and reads alone. */
  readonly method: string;
  readonly path: string;
  /** Finds the thing that it is about; null for none. */
  readonly target: string | null;
  /** With `$id` and `$key`. */
  readonly mutation: string;
}

const CONTACT = '{ contacts(first: 1) { nodes { id } } }';
const PAYLOAD = '{ contact { id } userErrors { code message field } }';

function create(provider: EmulatorName, path: string, input: string, method = 'POST'): WriteCase {
  const mutation = `mutation ($key: String) { write: createContact(input: { ${input} }) ${PAYLOAD} }`;
  return { provider, effect: 'acts', name: 'createContact', method, path, target: null, mutation };
}

function update(provider: EmulatorName, path: string, input: string, method = 'PUT'): WriteCase {
  const mutation = `mutation ($id: ID!, $key: String) { write: updateContact(id: $id, input: { ${input} }) ${PAYLOAD} }`;
  return { provider, effect: 'replaces', name: 'updateContact', method, path, target: CONTACT, mutation };
}

function remove(provider: EmulatorName, path: string, method = 'DELETE'): WriteCase {
  const mutation =
    'mutation ($id: ID!, $key: String) { write: deleteContact(id: $id, idempotencyKey: $key) { deletedIds userErrors { code message field } } }';
  return { provider, effect: 'replaces', name: 'deleteContact', method, path, target: CONTACT, mutation };
}

/** Every provider, with every effect that its writes have. */
export const CASES: readonly WriteCase[] = [
  create('hosttracker', '/contacts', 'hostTrackerEmail: { idempotencyKey: $key, address: "fault@example.com" }'),
  update('hosttracker', '/contacts', 'hostTracker: { idempotencyKey: $key, name: "Another name" }'),
  remove('hosttracker', '/contacts'),
  create(
    'cloudsigma',
    '/notification_contacts/',
    'cloudSigma: { idempotencyKey: $key, email: "fault@example.com", name: "Fault" }',
  ),
  update('cloudsigma', '/notification_contacts/', 'cloudSigma: { idempotencyKey: $key, name: "Another name" }'),
  {
    ...remove('cloudsigma', '/notification_contacts/'),
    // The main contact can't be deleted.
    target: '{ contacts(first: 1, filter: { email: { startsWith: "ewa" } }) { nodes { id } } }',
  },
  create(
    'hostway',
    '/contacts',
    'hostway: { idempotencyKey: $key, name: "fault", email: "fault@example.com", displayName: "Fault" }',
  ),
  update('hostway', '/contacts/', 'hostway: { idempotencyKey: $key, displayName: "Another name" }'),
  create(
    'ictcore',
    '/contacts',
    'ictCore: { idempotencyKey: $key, firstName: "Fault", phone: "+48500700800", email: "fault@example.com" }',
  ),
  update('ictcore', '/contacts/', 'ictCore: { idempotencyKey: $key, firstName: "Another" }'),
  remove('ictcore', '/contacts/'),
  {
    provider: 'ictcore',
    effect: 'acts',
    name: 'sendTransmission',
    method: 'POST',
    path: '/send',
    target: '{ transmissions(first: 1, filter: { status: PENDING, channel: FAX }) { nodes { id } } }',
    mutation:
      'mutation ($id: ID!, $key: String) { write: sendTransmission(id: $id, idempotencyKey: $key) { transmission { id } userErrors { code message field } } }',
  },
  create(
    'serwersms',
    '/contacts/add',
    'serwerSms: { idempotencyKey: $key, phone: "+48500700800", firstName: "Fault" }',
  ),
  update('serwersms', '/contacts/edit', 'serwerSms: { idempotencyKey: $key, firstName: "Another" }', 'POST'),
  remove('serwersms', '/contacts/delete', 'POST'),
];
