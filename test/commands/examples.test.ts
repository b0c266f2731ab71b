import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { start, type StartedGateway } from '../../src/commands/start.js';
import { operationsIn } from '../laws/examples.js';
import { filesUnder } from '../laws/imports.js';
import { createTestContext } from './test-context.js';

interface Answer {
  readonly data?: Readonly<Record<string, Payload | null>>;
  readonly errors?: ReadonlyArray<{ readonly extensions: { readonly operationId?: string } }>;
}
interface Payload {
  readonly nodes?: readonly unknown[];
  readonly userErrors?: ReadonlyArray<{ readonly code: string }>;
}

/** What no call of real servers ever does, and so the emulators do not either. */
const REFUSED: Readonly<Record<string, string>> = {
  SubscribeAccountToProgram: 'UPSTREAM_REJECTED',
  GrantUserPermission: 'UPSTREAM_REJECTED',
};
/** Those that go by the id of a write with an unknown outcome. */
const OF_OPERATION = ['Operation', 'ResolveOperation'];

let started: StartedGateway;
let pbx: string;

beforeAll(async () => {
  started = await start({ port: 0, portBase: 0 }, createTestContext());
  pbx = /http:\/\/127\.0\.0\.1:\d+(?=\/api\n)/.exec(started.greeting)?.[0] ?? '';
});
afterAll(() => started.stop(0));

interface Example {
  readonly text: string;
  readonly operation: OperationDefinitionNode;
  readonly name: string;
}

const examples = filesUnder('schema/operations', '.graphql').flatMap(({ text }): Example[] =>
  operationsIn(text).map((operation) => ({ text, operation, name: operation.name?.value ?? '' })),
);
const isQuery = ({ operation }: Example): boolean => operation.operation === OperationTypeNode.QUERY;
/** What takes something away comes after what needs it. */
const rankOf = ({ name }: Example): number => (name.startsWith('Delete') ? 2 : /^(Cancel|Re[mv]o)/.test(name) ? 1 : 0);

async function send(query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${started.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

describe('on the emulators that `npm start` runs', () => {
  test.each(examples.filter((each) => isQuery(each) && !OF_OPERATION.includes(each.name)))(
    '$name answers with rows and without errors',
    async ({ text, name }) => {
      const { data = {}, errors } = await send(text);
      expect(errors).toBeUndefined();
      for (const field of Object.values(data)) {
        expect(field).not.toBeNull();
        // Nothing was written yet.
        if (field?.nodes && name !== 'Operations') expect(field.nodes).not.toEqual([]);
      }
    },
  );

  const writes = examples.filter((each) => !isQuery(each) && !OF_OPERATION.includes(each.name));
  test.each(writes.sort((one, other) => rankOf(one) - rankOf(other)))('$name is done', async ({ text, name }) => {
    const { data = {}, errors } = await send(text);
    expect(errors).toBeUndefined();
    const [payload] = Object.values(data);
    expect(payload?.userErrors?.map(({ code }) => code)).toEqual(REFUSED[name] === undefined ? [] : [REFUSED[name]]);
  });

  test('Operation and ResolveOperation show a write with an unknown outcome and decide it', async () => {
    const fault = JSON.stringify({ kind: 'resetAfterEffect', path: '/groups', times: 1 });
    await fetch(`${pbx}/__emulator/faults`, { method: 'POST', body: fault });
    const textOf = (name: string): string => examples.find((each) => each.name === name)?.text ?? '';
    const { errors } = await send(textOf('CreateGroup'), { input: { upstream: 'pbx', name: 'Lost' } });
    const id = errors?.[0]?.extensions.operationId;
    expect(id).toBeDefined();
    expect(await send(textOf('Operation'), { id })).toMatchObject({ data: { operation: { mutation: 'createGroup' } } });
    expect(await send(textOf('ResolveOperation'), { id })).toMatchObject({ data: { resolveOperation: {} } });
  });
});
