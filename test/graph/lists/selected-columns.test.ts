import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { selectAll } from '../../support/select-all.js';
import { ORPHANS } from '../../providers/ictcore/transmission/orphan-seed.js';

const GIVEN = { 'Account.setting': '(name: "coverpage")' };
type Field = GraphQLField<unknown, unknown>;

let five: Five;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive();
  (five.emulators.ictcore as Emulator<Seed>).reset(ORPHANS);
  gateway = startGateway(five.upstreams);
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

/** A list of upstreams' things in the schema: its field, and the kind of its rows. */
interface List {
  readonly field: Field;
  readonly of: string;
}

function listsOf(type: GraphQLObjectType | GraphQLInterfaceType): List[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const page = getNamedType(field.type);
    const nodes = isObjectType(page) ? page.getFields()['nodes'] : undefined;
    const isOfUpstreams = isObjectType(page) && 'sources' in page.getFields();
    return nodes && isOfUpstreams && !field.args.some(isRequiredArgument)
      ? [{ field, of: getNamedType(nodes.type).name }]
      : [];
  });
}

/** Every field that rows of a kind can be asked for, each as a selection of its own with what it holds. */
function fieldsOf(schema: GraphQLSchema, kind: string): string[] {
  const type = schema.getType(kind);
  if (!isCompositeType(type)) return [];
  return selectionsOf(selectAll(schema, type, 1, GIVEN));
}

/** The members of a selection set, laid apart. */
function selectionsOf(selection: string): string[] {
  const parts = [];
  let [depth, begun] = [0, 0];
  for (let at = 0; at <= selection.length; at += 1) {
    const letter = selection[at];
    if (letter === '{' || letter === '(') depth += 1;
    if (letter === '}' || letter === ')') depth -= 1;
    // A name goes on with its arguments, its own selection, or what an alias or fragment stands for.
    const isEnd = depth === 0 && (letter === undefined || (letter === ' ' && !/^ [{(]/.test(selection.slice(at))));
    if (!isEnd || /(?::|\.\.\.|\.\.\. on)$/.test(selection.slice(begun, at))) continue;
    parts.push(selection.slice(begun, at).trim());
    begun = at + 1;
  }
  return parts.flatMap((part) => {
    const [, condition, inner] = /^\.\.\. on (\w+) \{(.*)\}$/s.exec(part) ?? [];
    return inner === undefined
      ? [part]
      : selectionsOf(inner.trim()).map((each) => `... on ${condition ?? ''} { ${each} }`);
  });
}

/** Ids of a list without any field, and with each: all of them in one answer. */
async function idsBySelection(list: List, at: (aliased: string) => string): Promise<ReadonlyMap<string, string>> {
  const isPaged = list.field.args.some(({ name }) => name === 'first');
  const name = isPaged ? `${list.field.name}(first: 1000)` : list.field.name;
  const fields = ['', ...fieldsOf(gateway.schema, list.of)];
  const aliased = fields.map((field, index) => `list${index}: ${name} { nodes { id ${field} } sources { ok } }`);
  const { data } = await gateway.ask(at(aliased.join(' ')));
  const found = new Map(fields.map((field) => [field, '']));
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const field = fields[Number(/^list(\d+)$/.exec(key)?.[1] ?? NaN)];
      if (field === undefined) {
        collect(inner);
        continue;
      }
      const { nodes, sources } = inner as { nodes: Array<{ id: string }>; sources: unknown };
      found.set(field, `${found.get(field) ?? ''}${JSON.stringify([nodes.map(({ id }) => id), sources])}`);
    }
  };
  collect(data);
  return found;
}

test('selecting a field never changes which rows a list has', async () => {
  const { schema } = gateway;
  const query = schema.getQueryType();
  if (!query) throw new TypeError('a schema without queries');
  const roots = listsOf(query);
  const inside = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!(isObjectType(type) || isInterfaceType(type)) || type === query) return [];
    const kinds = [type, ...type.getInterfaces()];
    const parent = roots.find(({ of }) => kinds.some(({ name }) => name === of));
    // What an interface has is asked of it, and so of all its types at once.
    const own = listsOf(type).filter(
      ({ field }) => !type.getInterfaces().some((each) => field.name in each.getFields()),
    );
    return parent ? own.map((list) => ({ ...list, parent, type })) : [];
  });
  expect(roots.length).toBeGreaterThan(8);
  expect(inside.map(({ type, field }) => `${type.name}.${field.name}`)).toContain('IctCoreContact.transmissions');
  const changed: string[] = [];
  let selected = 0;
  const compare = async (title: string, list: List, at: (aliased: string) => string): Promise<void> => {
    const found = await idsBySelection(list, at);
    const without = found.get('') ?? '';
    expect(without, title).toMatch(/\[\["/);
    for (const [field, ids] of found) {
      selected += 1;
      if (ids !== without) changed.push(`${title} with ${field}`);
    }
  };
  for (const list of roots) await compare(list.field.name, list, (aliased) => `{ ${aliased} }`);
  for (const { parent, type, ...list } of inside) {
    const title = `${type.name}.${list.field.name}`;
    await compare(
      title,
      list,
      (aliased) => `{ all: ${parent.field.name}(first: 5) { nodes { ... on ${type.name} { ${aliased} } } } }`,
    );
  }
  expect(changed).toEqual([]);
  expect(selected).toBeGreaterThan(150);
}, 60_000);
