import {
  getOperationAST,
  Kind,
  parse,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { measureLargest, measureOperation } from '../../../src/graph/cost/operation-size.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { randomOperation, type Named } from './random-operations.js';

const LISTS = ['Contact', 'Group', 'Campaign', 'Transmission', 'Program', 'Message', 'Account', 'User'];

let five: Five;
let gateway: TestGateway;
let named: Named;
beforeAll(async () => {
  five = await startFive();
  gateway = startGateway(five.upstreams);
  const lists = LISTS.map((type) => `${type}: ${type.toLowerCase()}s(first: 50) { nodes { id } }`);
  const { data } = await gateway.ask(`{ ${lists.join(' ')} }`);
  const found = data as Record<string, { nodes: Array<{ id: string }> }>;
  named = {
    ids: Object.fromEntries(Object.entries(found).map(([type, { nodes }]) => [type, nodes.map(({ id }) => id)])),
    upstreams: five.upstreams.map(({ provider }) => provider.name),
  };
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

function toOperation(document: DocumentNode): Operation {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  return { document, operation };
}

/** The same document with a variable in place of every argument, or of every other one, that is no input object. */
function withVariables(document: DocumentNode, every: number): DocumentNode {
  let count = 0;
  return visit(document, {
    [Kind.ARGUMENT]: (argument): ArgumentNode | undefined => {
      count += 1;
      if (count % every !== 0 || argument.value.kind === Kind.OBJECT) return undefined;
      return { ...argument, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: `v${count}` } } };
    },
  });
}

test('what is found out of a document for any variables holds for those that are given', () => {
  const breaches: string[] = [];
  let larger = 0;
  for (let seed = 1001; seed <= 1200; seed += 1) {
    const query = randomOperation(gateway.schema, named, seed);
    const given = toOperation(parse(query));
    const any = toOperation(withVariables(given.document, 1 + (seed % 2)));
    const size = measureOperation(gateway.schema, given.document, given.operation, {});
    const largest = measureLargest(gateway.schema, any.document, any.operation);
    const plan = gateway.planner.plan(given.document, given.operation, {});
    const worst = gateway.planner.plan(any.document, any.operation);

    if (!size || !largest || size.rows > largest.rows || size.depth > largest.depth)
      breaches.push(`${size?.rows} rows, not ${largest?.rows}: ${query}`);
    for (const { upstream, worst: requests } of plan.upstreams) {
      const most = worst.upstreams.find((each) => each.upstream === upstream)?.worst ?? 0;
      if (requests > most) breaches.push(`${upstream} gets ${requests}, not ${most}: ${query}`);
    }
    if (worst.worst > plan.worst) larger += 1;
  }
  expect(breaches).toEqual([]);
  expect(larger).toBeGreaterThan(50);
});

test('a variable with a default may be given another value', async () => {
  const small = startGateway(five.upstreams, undefined, { budget: { requests: 20, perUpstream: 20 } });
  const query = (first: string): string =>
    `query ($first: Int = 1) { contacts(first: ${first}, upstreams: "ictcore") { nodes { ... on IctCoreContact { description } } } }`;
  const isAlwaysWithin = (first: string): boolean => {
    const { document, operation } = toOperation(parse(query(first)));
    return small.planner.isAlwaysWithinBudget(document, operation);
  };
  expect([isAlwaysWithin('1'), isAlwaysWithin('$first')]).toEqual([true, false]);
  await small.close();
});
