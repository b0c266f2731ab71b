import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** What random operations may name. */
export interface Named {
  /** Ids by the type of their things, e.g. `Contact`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly upstreams: readonly string[];
}

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ROOTS = [
  ...['contacts', 'groups', 'gateways', 'campaigns', 'transmissions', 'programs', 'messages', 'accounts', 'users'],
  ...['contact', 'node', 'nodes', 'person', 'people', 'statistics', 'notificationPreferences', 'hostTrackerOptions'],
];
/** Fields that never cost anything. */
const PLAIN = ['sources', 'pageInfo', 'upstream', 'edges', 'totalCount', 'upstreamId', 'emails', 'phones', 'channels'];
const TEXTS = ['an', 'ow', '5', 'example', 'anna', 'a', 'x'];

/** A query of one to three fields of the root, with random arguments and selections. */
export function randomOperation(schema: GraphQLSchema, { ids, upstreams }: Named, seed: number): string {
  const next = numbersFrom(seed);
  const chance = (share: number): boolean => next() < share;
  const pickOne = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const idOf = (type: string): string => JSON.stringify(pickOne(ids[type] ?? []));
  const anyId = (): string => idOf(pickOne(Object.keys(ids)));
  const text = (): string => `{ ${pickOne(['contains', 'startsWith', 'eq'])}: "${pickOne(TEXTS)}" }`;

  const FILTERS: Readonly<Record<string, () => string>> = {
    contacts: () =>
      pickOne([
        () => `name: ${text()}`,
        () => `email: ${text()}`,
        () => `phone: { contains: "${pickOne(['5', '60', '500'])}" }`,
        () => `channel: ${pickOne(['SMS', 'EMAIL', 'VOICE'])}`,
        () => `ungrouped: ${String(chance(0.5))}`,
        () => `groupId: ${idOf('Group')}`,
        () => `ids: [${idOf('Contact')}, ${idOf('Contact')}, ${idOf('Contact')}]`,
        () => `name: ${text()}, email: ${text()}`,
        () => `or: [{ name: ${text()} }, { email: ${text()} }]`,
        () => `not: { name: ${text()} }`,
      ])(),
    groups: () => `name: ${text()}`,
    programs: () => pickOne([() => `name: ${text()}`, () => `type: ${pickOne(['SEND_FAX', 'SEND_SMS'])}`])(),
    messages: () => pickOne([() => `name: ${text()}`, () => `kind: ${pickOne(['DOCUMENT', 'TEXT'])}`])(),
    campaigns: () => `status: ${pickOne(['RUNNING', 'COMPLETED', 'NEW'])}`,
    users: () => `username: ${text()}`,
    transmissions: () =>
      pickOne([
        () => `status: ${pickOne(['COMPLETED', 'FAILED', 'PENDING'])}`,
        () => `direction: ${pickOne(['INBOUND', 'OUTBOUND'])}`,
        () => `channel: ${pickOne(['SMS', 'FAX', 'EMAIL', 'VOICE'])}`,
        () => `contactId: ${idOf('Contact')}`,
        () => `campaignId: ${idOf('Campaign')}`,
      ])(),
  };

  const argumentsOf = (owner: string, { name, args }: GraphQLField<unknown, unknown>): string => {
    const has = (argument: string): boolean => args.some((each) => each.name === argument);
    const given: string[] = [];
    if (name === 'nodes' && owner === 'Query') given.push(`ids: [${anyId()}, ${anyId()}, ${anyId()}]`);
    if (name === 'node') given.push(`id: ${anyId()}`);
    if (name === 'contact' && owner === 'Query') given.push(`id: ${idOf('Contact')}`);
    if (name === 'person' && owner === 'Query') {
      given.push(
        chance(0.5) ? `email: "${pickOne(['anna.nowak@example.com', 'nobody@example.com'])}"` : 'phone: "500111222"',
      );
    }
    if (name === 'setting') given.push('name: "coverpage"');
    if (has('first')) given.push(`first: ${1 + Math.floor(next() * (owner === 'Query' ? 20 : 5))}`);
    const filter = FILTERS[name];
    if (owner === 'Query' && has('filter') && filter && chance(0.5)) given.push(`filter: { ${filter()} }`);
    if (has('orderBy') && chance(0.4))
      given.push(`orderBy: { field: ${pickOne(['DISPLAY_NAME', 'EMAIL', 'UPSTREAM'])} }`);
    if (has('upstreams') && chance(0.2)) given.push(`upstreams: ["${pickOne(upstreams)}"]`);
    return given.length ? `(${given.join(', ')})` : '';
  };

  const selectionOf = (type: GraphQLCompositeType, depth: number): string => {
    const parts = ['__typename'];
    const add = (owner: GraphQLCompositeType, share: number): string[] =>
      'getFields' in owner
        ? Object.values(owner.getFields()).flatMap((field) => {
            if (PLAIN.includes(field.name)) return [];
            const isPage = ['nodes', 'node'].includes(field.name);
            return isPage || chance(share) ? [fieldOf(owner.name, field, depth)] : [];
          })
        : [];
    parts.push(...add(type, 0.25));
    if (isAbstractType(type)) {
      for (const each of schema.getPossibleTypes(type)) {
        const own = add(each, 0.07).filter(Boolean);
        if (own.length) parts.push(`... on ${each.name} { ${own.join(' ')} }`);
      }
    }
    return parts.filter(Boolean).join(' ');
  };

  function fieldOf(owner: string, field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const given = argumentsOf(owner, field);
    if (field.args.some(isRequiredArgument) && given === '') return '';
    // The same field may have another type, or other arguments, elsewhere: an alias keeps them apart.
    const name = `${owner}_${field.name}_${Math.floor(next() * 1e9)}: ${field.name}${given}`;
    if (!isCompositeType(type)) return name;
    return depth > 0 ? `${name} { ${selectionOf(type, depth - 1)} }` : '';
  }

  const roots = Array.from({ length: 1 + Math.floor(next() * 2) }, () => {
    const field = schema.getQueryType()?.getFields()[pickOne(ROOTS)];
    if (!field) throw new Error('no such field at the root');
    return fieldOf('Query', field, 5);
  });
  return `{ ${roots.join(' ')} }`;
}
