import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { deferredColumnCosts } from '../../src/graph/cost/deferred-column-costs.js';
import { FIELD_COSTS } from '../../src/graph/registry/field-costs.js';
import { providers } from '../../src/providers/index.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import type { OpenUpstream } from '../../src/graph/ports/open-upstream.js';

/** Fields with a resolver of their own that ask no upstream for anything. */
const FREE: Readonly<Record<string, string>> = {
  'Upstream.state': 'tells how the last calls went',
  'Upstream.lastError': 'tells how the last calls went',
  'Query.upstreams': 'tells the config',
  'Query.operations': 'reads the store of writes',
  'Query.operation': 'reads the store of writes; looks again at one of unknown outcome, as after any failure',
  'Mutation.resolveOperation': 'writes down what somebody found out; looks as `Query.operation` does',
  'Document.mediaUrl': 'signs a URL, which is asked for later if at all',
  'Recording.mediaUrl': 'signs a URL, which is asked for later if at all',
  'Template.mediaUrl': 'signs a URL, which is asked for later if at all',
  'IctCoreGroup.csvUrl': 'signs a URL, which is asked for later if at all',
  'IctCoreGroup.csvSampleUrl': 'signs a URL, which is asked for later if at all',
};
/** Backends that no field reads: files are asked for by URL, and the others are written only. */
const UNREAD = ['media', 'hostTrackerBulk', 'trunk'];
/** In which ways backends are asked, each with a cost of the same name. */
const METHODS = ['list', 'byKeys', 'late', 'complete', 'groupsOf', 'read'];

let five: Five;
let gateway: TestGateway;
/** Coordinates of the fields whose cost is known: of columns it follows from what the backends say. */
let priced: readonly string[];
beforeAll(async () => {
  five = await startFive();
  gateway = startGateway(five.upstreams);
  const tables = [FIELD_COSTS, deferredColumnCosts(gateway.schema, gateway.upstreams)];
  priced = [...tables, ...providers.map(({ fieldCosts = {} }) => fieldCosts)].flatMap((costs) => Object.keys(costs));
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

/** Coordinates of what is resolved by a method of a resolver class, edges of lists apart. */
function resolved(schema: GraphQLSchema): readonly string[] {
  const storage = getMetadataStorage();
  const types = [...storage.objectTypes, ...storage.interfaceTypes];
  const fields = storage.fieldResolvers.flatMap(({ kind, getObjectType, schemaName }) => {
    const owner = kind === 'external' && types.find(({ target }) => target === getObjectType?.());
    return owner ? [`${owner.name}.${schemaName}`] : [];
  });
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name ?? ''}.${name}`),
  );
  // Each schema that is built adds those of base classes once more.
  return [...new Set([...fields, ...roots])].filter((field) => !field.endsWith('Connection.edges'));
}

/** Those whose cost nobody told, of their type or of an interface that has them too. */
function uncosted(fields: readonly string[], costed: readonly string[], writes: readonly string[]): readonly string[] {
  const written = writes.map((mutation) => `Mutation.${mutation}`);
  const known = new Set([...costed, ...Object.keys(FREE), ...written]);
  return fields.filter((field) => {
    const [typeName = '', name = ''] = field.split('.');
    const type = gateway.schema.getType(typeName);
    const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
    return ![typeName, ...interfaces.map((each) => each.name)].some((owner) => known.has(`${owner}.${name}`));
  });
}

/** Ways of an upstream's backends, and mutations of it, that have no cost. */
function unpriced({ backends, costs, value }: Pick<OpenUpstream, 'backends' | 'costs' | 'value'>): readonly string[] {
  const ways = Object.entries(backends).flatMap(([noun, backend]) => {
    const costed = Object.entries(costs.nouns).find(([name]) => name === noun)?.[1] ?? {};
    const asked = METHODS.filter((method) => method in backend);
    if (UNREAD.includes(noun)) return [];
    if (asked.length === 0) return Object.keys(costed).length > 0 ? [] : [noun];
    return asked.filter((method) => !(method in costed)).map((method) => `${noun} ${method}`);
  });
  return [...ways, ...value.capabilities.writes.filter((mutation) => !(mutation in costs.writes))];
}

test('what a resolver of its own answers has a cost, or is free for a reason', () => {
  const writes = gateway.upstreams.flatMap(({ value }) => value.capabilities.writes);
  const fields = resolved(gateway.schema);
  expect(uncosted(fields, priced, writes)).toEqual([]);
  expect(Object.keys(FREE).filter((field) => !fields.includes(field) || priced.includes(field))).toEqual([]);
});

test('the law bites: a field, and a mutation, whose cost is left out is told so', () => {
  const writes = gateway.upstreams.flatMap(({ value }) => value.capabilities.writes);
  const fields = resolved(gateway.schema);
  const without = (name: string, names: readonly string[]): readonly string[] => names.filter((each) => each !== name);
  expect(uncosted(fields, without('Group.contacts', priced), writes)).toEqual(['Group.contacts']);
  expect(uncosted(fields, without('TrunkPayload.trunk', priced), writes)).toEqual(['TrunkPayload.trunk']);
  expect(uncosted(fields, priced, without('createContact', writes))).toEqual(['Mutation.createContact']);
});

test('every cost is of a field that there is', () => {
  const isField = (coordinate: string): boolean => {
    const [typeName = '', name = ''] = coordinate.split('.');
    const type = gateway.schema.getType(typeName);
    return (isObjectType(type) || isInterfaceType(type)) && name in type.getFields();
  };
  expect(priced.filter((coordinate) => !isField(coordinate))).toEqual([]);
  expect(isField('Contact.made')).toBe(false);
});

test('every way in which a provider can be asked has a cost, and so has every write', () => {
  for (const upstream of gateway.upstreams) expect([upstream.name, unpriced(upstream)]).toEqual([upstream.name, []]);
});

test('the law bites: a provider that tells no cost is told so', () => {
  const [upstream] = gateway.upstreams;
  const silent = upstream && unpriced({ ...upstream, costs: { nouns: {}, writes: {} } });
  expect(silent).toEqual(
    expect.arrayContaining(['contact list', 'contact byKeys', 'hostTrackerOptions', 'createContact']),
  );
});
