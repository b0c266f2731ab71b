import { EMULATORS, type EmulatorName } from '../../src/emulators/index.js';

/** One write, for the matrix of faults. */
interface ProviderCase {
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

/** One write of one provider. */
export interface WriteCase extends ProviderCase {
  readonly provider: EmulatorName;
}

const CONTACT = '{ contacts(first: 1) { nodes { id } } }';
const PAYLOAD = '{ contact { id } userErrors { code message field } }';

function create(path: string, input: string, method = 'POST'): ProviderCase {
  const mutation = `mutation ($key: String) { write: createContact(input: { ${input} }) ${PAYLOAD} }`;
  return { effect: 'acts', name: 'createContact', method, path, target: null, mutation };
}

function update(path: string, input: string, method = 'PUT'): ProviderCase {
  const mutation = `mutation ($id: ID!, $key: String) { write: updateContact(id: $id, input: { ${input} }) ${PAYLOAD} }`;
  return { effect: 'replaces', name: 'updateContact', method, path, target: CONTACT, mutation };
}

function remove(path: string, method = 'DELETE'): ProviderCase {
  const mutation =
    'mutation ($id: ID!, $key: String) { write: deleteContact(id: $id, idempotencyKey: $key) { deletedIds userErrors { code message field } } }';
  return { effect: 'replaces', name: 'deleteContact', method, path, target: CONTACT, mutation };
}

/** Of every provider, with every effect that its writes have. */
const BY_PROVIDER: Readonly<Record<EmulatorName, readonly ProviderCase[]>> = {
  hosttracker: [
    create('/contacts', 'hostTrackerEmail: { idempotencyKey: $key, address: "fault@example.com" }'),
    update('/contacts', 'hostTracker: { idempotencyKey: $key, name: "Another name" }'),
    remove('/contacts'),
  ],
  cloudsigma: [
    create(
      '/notification_contacts/',
      'cloudSigma: { idempotencyKey: $key, email: "fault@example.com", name: "Fault" }',
    ),
    update('/notification_contacts/', 'cloudSigma: { idempotencyKey: $key, name: "Another name" }'),
    {
      ...remove('/notification_contacts/'),
      // The main contact can't be deleted.
      target: '{ contacts(first: 1, filter: { email: { startsWith: "ewa" } }) { nodes { id } } }',
    },
  ],
  hostway: [
    create(
      '/contacts',
      'hostway: { idempotencyKey: $key, name: "fault", email: "fault@example.com", displayName: "Fault" }',
    ),
    update('/contacts/', 'hostway: { idempotencyKey: $key, displayName: "Another name" }'),
  ],
  ictcore: [
    create(
      '/contacts',
      'ictCore: { idempotencyKey: $key, firstName: "Fault", phone: "+48500700800", email: "fault@example.com" }',
    ),
    update('/contacts/', 'ictCore: { idempotencyKey: $key, firstName: "Another" }'),
    remove('/contacts/'),
    {
      effect: 'acts',
      name: 'sendTransmission',
      method: 'POST',
      path: '/send',
      target: '{ transmissions(first: 1, filter: { status: PENDING, channel: FAX }) { nodes { id } } }',
      mutation:
        'mutation ($id: ID!, $key: String) { write: sendTransmission(id: $id, idempotencyKey: $key) { transmission { id } userErrors { code message field } } }',
    },
  ],
  serwersms: [
    create('/contacts/add', 'serwerSms: { idempotencyKey: $key, phone: "+48500700800", firstName: "Fault" }'),
    update('/contacts/edit', 'serwerSms: { idempotencyKey: $key, firstName: "Another" }', 'POST'),
    remove('/contacts/delete', 'POST'),
  ],
};

export const CASES: readonly WriteCase[] = EMULATORS.flatMap((provider) =>
  BY_PROVIDER[provider].map((each) => ({ ...each, provider })),
);
