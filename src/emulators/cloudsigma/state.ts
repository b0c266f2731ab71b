import { randomUUID } from 'node:crypto';

export const CONTACTS = '/api/2.0/notification_contacts/';

/** A notification contact as the account holds it. */
export interface ContactRow {
  readonly uuid: string;
  email: string;
  name: string;
  /** Rows older than the normalising of phones keep their spaces, or null. */
  phone: string | null;
  /** True for the account's own contact, null (rarely false) for the others. */
  readonly main: boolean | null;
}

/** Whether one kind of event is mailed to one contact. */
export interface PreferenceRow {
  /** The contact's `resource_uri`. */
  readonly contact: string;
  readonly medium: string;
  readonly type: string;
  readonly value: boolean;
}

export interface Seed {
  /** Columns left out are as an empty form would have left them. */
  readonly contacts?: ReadonlyArray<Partial<ContactRow>>;
  /** Preferences that are not the default, which is on. */
  readonly preferences?: readonly PreferenceRow[];
  /** The ids of the next contacts to be created; after them ids are random. */
  readonly uuids?: readonly string[];
}

export interface State {
  readonly contacts: Map<string, ContactRow>;
  readonly preferences: () => PreferenceRow[];
  readonly setPreference: (row: PreferenceRow) => void;
  readonly newUuid: () => string;
}

/** The kinds of event, in the order in which the provider lists them. */
export const EVENT_TYPES: readonly string[] = [
  'trial_expire',
  'payment_withheld',
  'payment_failed',
  'subscription_renewal_failure',
  'subscription_expire',
  'out_of_money_soon',
  'stop_servers',
  'subscription_renewal_success',
  'subscription_expire_soon',
  'out_of_money_very_soon',
  'payment',
  'drives_delete_soon',
  'subscription_renewal_very_soon',
  'new_account',
  'reset_password',
  'drives_delete',
  'random_upgrade',
  'trial_expire_soon',
  'payment_cancelled',
  'subscription_renewal_soon',
  'subscription_expire_very_soon',
  'payment_approved',
];

const MEDIUM = 'email';

export function createState(seed: Seed): State {
  const uuids = [...(seed.uuids ?? [])];
  const newUuid = (): string => uuids.shift() ?? randomUUID();
  const contacts = new Map<string, ContactRow>();
  for (const { uuid = randomUUID(), email = '', name = '', phone = '', main = null } of seed.contacts ?? []) {
    contacts.set(uuid, { uuid, email, name, phone, main });
  }
  const changed = new Map<string, boolean>();
  for (const row of seed.preferences ?? []) changed.set(keyOf(row), row.value);

  const preferences = (): PreferenceRow[] =>
    [...contacts.keys()].flatMap((uuid) =>
      EVENT_TYPES.map((type) => {
        const row = { contact: resourceUri(uuid), medium: MEDIUM, type };
        return { ...row, value: changed.get(keyOf(row)) ?? true };
      }),
    );
  const setPreference = (row: PreferenceRow): void => {
    changed.set(keyOf(row), row.value);
  };
  return { contacts, preferences, setPreference, newUuid };
}

export function resourceUri(uuid: string): string {
  return `${CONTACTS}${uuid}/`;
}

function keyOf(row: Omit<PreferenceRow, 'value'>): string {
  return `${row.contact} ${row.medium} ${row.type}`;
}
