import fc from 'fast-check';

export type Kind = 'Email' | 'Sms' | 'Im' | 'Voice';
export type Input = Readonly<Record<string, unknown>>;

/** A contact as a plain object: what GraphQL should tell of it. */
export interface Row {
  readonly kind: Kind;
  readonly [field: string]: unknown;
}

/** Which rows a filter means, by numbers that choose among those there are. */
export interface Selection {
  readonly by: 'these' | 'others' | 'kind' | 'otherKinds' | 'address' | 'billing' | 'unconfirmed';
  readonly places: readonly number[];
  readonly kind: Kind;
}

export type Command =
  | { readonly does: 'create'; readonly kind: Kind; readonly input: Input }
  | { readonly does: 'update'; readonly place: number; readonly changes: Readonly<Record<Kind, Input>> }
  | { readonly does: 'delete'; readonly place: number }
  | { readonly does: 'updateMany'; readonly selection: Selection; readonly change: Input }
  | { readonly does: 'deleteMany'; readonly selection: Selection };

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const KINDS: readonly Kind[] = ['Email', 'Sms', 'Im', 'Voice'];

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '' && !/\p{Cc}|[\uFFFE\uFFFF]/u.test(text));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const period = fc.record({ start: time, end: time }).filter(({ start, end }) => start !== end);
const guid = fc.uuid();
const subscription = fc.record(
  { taskId: guid, alertTypes: fc.array(line, { maxLength: 2 }), reportTypes: fc.array(line, { maxLength: 2 }) },
  { requiredKeys: ['taskId'] },
);

const general = {
  name: fc.option(line),
  alertDelayMinutes: fc.constantFrom(0, 5, 15, 30, 60, 180, 720),
  activePeriod: fc.option(period),
  activeDays: fc.option(fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 })),
};
const common = { ...general, subscriptions: fc.option(fc.array(subscription, { maxLength: 2 })) };
// Random digits behind a plus may hold a country's trunk prefix, which is taken off: those with a plus are real ones.
const phone = fc.oneof(
  fc
    .tuple(fc.constantFrom('', ' '), fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^\d{6,12}$/))
    .map((parts) => parts.join('')),
  fc.constantFrom('+48500111222', '0048500111223', ' +442079460018', '+4915123456789'),
);

const own: Readonly<
  Record<Kind, { readonly address: fc.Arbitrary<string>; readonly rest: Record<string, fc.Arbitrary<unknown>> }>
> = {
  Email: {
    address: fc.emailAddress(),
    rest: {
      reportFormat: fc.constantFrom('TEXT', 'SHORT_TEXT'),
      sendNews: fc.boolean(),
      sendPressRelease: fc.boolean(),
      sendBillingNotifications: fc.boolean(),
    },
  },
  Sms: { address: phone, rest: { gateway: fc.constantFrom('clickatell', 'infobip', 'skype') } },
  Im: { address: line, rest: { gateway: fc.constantFrom('GTalk', 'SkypeChat') } },
  Voice: { address: phone, rest: {} },
};

function changeOf(kind: Kind): fc.Arbitrary<Input> {
  const { address, rest } = own[kind];
  return fc.record({ address, ...common, ...rest }, { requiredKeys: [] });
}

function newOf(kind: Kind): fc.Arbitrary<Command> {
  const { address, rest } = own[kind];
  const requiredKeys = 'gateway' in rest ? ['address', 'gateway'] : ['address'];
  return fc
    .record({ address, ...common, ...rest }, { requiredKeys: requiredKeys as ['address'] })
    .map((input) => ({ does: 'create', kind, input }));
}

const selection: fc.Arbitrary<Selection> = fc.record({
  by: fc.constantFrom('these', 'others', 'kind', 'otherKinds', 'address', 'billing', 'unconfirmed'),
  places: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom(...KINDS),
});

/** Any sequence of writes that are all right. */
export const commands: fc.Arbitrary<readonly Command[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...KINDS.map(newOf)) },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('update' as const),
        place: fc.nat(20),
        changes: fc.record({
          Email: changeOf('Email'),
          Sms: changeOf('Sms'),
          Im: changeOf('Im'),
          Voice: changeOf('Voice'),
        }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), place: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('updateMany' as const),
        selection,
        change: fc.record(general, { requiredKeys: [] }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('deleteMany' as const), selection }) },
  ),
  { minLength: 3, maxLength: 12 },
);

const NEW: Readonly<Record<Kind, Input>> = {
  Email: { reportFormat: 'TEXT', sendNews: false, sendPressRelease: false, sendBillingNotifications: false },
  Sms: {},
  Im: {},
  Voice: { gateway: 'twiliovoice' },
};

/** A new row. */
export function made(key: string, kind: Kind, input: Input): Row {
  const blank = { name: null, alertDelayMinutes: 0, activePeriod: null, activeDays: null, subscriptions: [] };
  return changed(key, { kind, ...blank, ...NEW[kind] }, input);
}

/** A row after a change. */
export function changed(key: string, row: Row, change: Input): Row {
  const next: Record<string, unknown> = { ...row, ...change };
  const { kind } = row;
  if (typeof next['name'] === 'string') next['name'] = next['name'].trim();
  const address = String(next['address']).trim();
  next['address'] = kind === 'Sms' || kind === 'Voice' ? address.replace(/^(\+|00)/, '') : address;
  const subscriptions = (next['subscriptions'] ?? []) as ReadonlyArray<Record<string, unknown>>;
  next['subscriptions'] = subscriptions.map((each) => ({
    ...Object.fromEntries(
      Object.entries(each).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((word: string) => word.trim()) : value,
      ]),
    ),
    contactId: key,
  }));
  return { ...next, kind };
}

const CHANNELS: Readonly<Record<Kind, string>> = { Email: 'EMAIL', Sms: 'SMS', Im: 'IM', Voice: 'VOICE' };

/** A filter in the words of GraphQL, and the rows that it means; undefined where it would mean all or none of them. */
export function filterOf(
  { by, places, kind }: Selection,
  rows: ReadonlyMap<string, Row>,
): { readonly filter: Input; readonly keys: readonly string[] } | undefined {
  const all = [...rows.keys()];
  const picked = [...new Set(places.flatMap((place) => all[place % all.length] ?? []))];
  const where = (test: (row: Row, key: string) => boolean): string[] =>
    [...rows].filter(([key, row]) => test(row, key)).map(([key]) => key);
  switch (by) {
    case 'these':
      return { filter: { upstreamIds: picked }, keys: where((_, key) => picked.includes(key)) };
    case 'others':
      return picked.length === 0
        ? undefined
        : { filter: { excludeUpstreamIds: picked }, keys: where((_, key) => !picked.includes(key)) };
    case 'kind':
      return { filter: { contactTypes: [CHANNELS[kind]] }, keys: where((row) => row.kind === kind) };
    case 'otherKinds':
      return { filter: { excludeContactTypes: [CHANNELS[kind]] }, keys: where((row) => row.kind !== kind) };
    case 'address': {
      const addresses = picked
        .filter((key) => rows.get(key)?.kind !== 'Im')
        .map((key) => String(rows.get(key)?.['address']).toLowerCase());
      const filter = { addresses };
      return { filter, keys: where((row) => addresses.includes(String(row['address']).toLowerCase())) };
    }
    case 'billing':
      return {
        filter: { acceptsBillingNotifications: true },
        keys: where((row) => row['sendBillingNotifications'] === true),
      };
    case 'unconfirmed':
      return { filter: { confirmed: false, overlimited: false }, keys: all };
  }
}
