import { getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

import { expect } from 'vitest';

import { EMULATORS } from '../../../src/emulators/index.js';
import type { Five } from '../../support/all-providers.js';
import { askPlanned } from '../../support/run-planned.js';
import type { TestServer } from '../../support/server.js';
import { isReached, type Operation, type Received } from './operation.js';

interface TextFile {
  /** Its content type. */
  readonly type: string;
  readonly text: string;
}

type Arguments = Readonly<Record<string, unknown>>;

/** One mutation of a scenario, by its field, and what each provider's emulator received for it and did not refuse. */
export interface Step {
  readonly field: string;
  readonly requests: readonly Received[];
}

/** Mutations sent one after the other; each must go well and take no more than its plan's worst case, or it throws. */
export interface Scenario {
  readonly steps: readonly Step[];
  /** Sends a mutation; `refusal` is the code of the one userError that it must have, where a real server always refuses. */
  readonly write: (field: string, given: Arguments, refusal?: string) => Promise<void>;
  /** Sends a mutation and gives the id of the thing in its payload. */
  readonly make: (field: string, given: Arguments) => Promise<string>;
  /** Sends a mutation that answers a signed URL, and a file to that. */
  readonly upload: (field: string, given: Arguments, file: TextFile) => Promise<void>;
  /** The first text under this name in what a query answers. */
  readonly find: (name: string, query: string) => Promise<string>;
}

/** A scenario with nothing sent, over these emulators. */
export function startScenario(schema: GraphQLSchema, five: Five, server: TestServer): Scenario {
  const steps: Step[] = [];

  const ask = async (query: string, variables: Arguments = {}): Promise<unknown> => {
    const { answer, misfits } = await askPlanned(server, five, query, variables);
    expect([answer.status, answer.errors ?? []], `${query} ${JSON.stringify(variables)}`).toEqual([200, []]);
    expect(misfits, 'what is asked is within the worst case of its plan').toEqual([]);
    return answer.data;
  };

  const send = async (field: string, given: Arguments, refusal?: string): Promise<unknown> => {
    const payload = await ask(documentOf(schema, field, Object.keys(given)), given);
    const userErrors = userErrorsIn(payload);
    const sent = `${field} ${JSON.stringify(given)}`;
    if (refusal === undefined) expect(userErrors, sent).toEqual([]);
    else expect(userErrors, sent).toMatchObject([{ code: refusal }]);
    return payload;
  };

  const inStep = async <Result>(field: string, act: () => Promise<Result>): Promise<Result> => {
    const before = EMULATORS.map((name) => five.emulators[name].requests.length);
    const result = await act();
    const requests = EMULATORS.flatMap((provider, index) =>
      five.emulators[provider].requests
        .slice(before[index])
        .filter(({ status }) => status >= 200 && status < 300)
        .map((request) => ({ ...request, provider })),
    );
    steps.push({ field, requests });
    return result;
  };

  return {
    steps,
    find: async (name, query) => firstIn(await ask(query), name, query),
    write: async (field, given, refusal) => {
      await inStep(field, () => send(field, given, refusal));
    },
    make: async (field, given) => firstIn(await inStep(field, () => send(field, given)), 'id', field),
    upload: (field, given, file) =>
      inStep(field, async () => {
        const payload = await send(field, given);
        const method = firstIn(payload, 'method', field);
        const headers = { 'content-type': file.type };
        const answer = await fetch(firstIn(payload, 'url', field), { method, headers, body: file.text });
        expect([answer.status, await answer.text()], `${field}: ${method}`).toEqual([200, expect.anything()]);
      }),
  };
}

/** Whether a mutation of the scenario reached a write and was not refused, and is the one that its row names. */
export function isWritten(operation: Operation, steps: readonly Step[]): boolean {
  return steps.some(({ field, requests }) => operation.field === `Mutation.${field}` && isReached(operation, requests));
}

function documentOf(schema: GraphQLSchema, field: string, names: readonly string[]): string {
  const found = schema.getMutationType()?.getFields()[field];
  if (!found) throw new Error(`no mutation ${field}`);
  const types = names.map((name) => `$${name}: ${typeOf(found, name)}`).join(', ');
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  return `mutation (${types}) { ${field}(${given}) { ${selectionOf(getNamedType(found.type))} } }`;
}

function typeOf({ name: field, args }: GraphQLField<unknown, unknown>, name: string): string {
  const found = args.find((each) => each.name === name);
  if (!found) throw new Error(`${field} has no argument ${name}`);
  return String(found.type);
}

/** Of a payload what it says of itself, and the ids of the things in it. */
function selectionOf(type: GraphQLNamedType): string {
  if (!isCompositeType(type) || !('getFields' in type)) return '';
  const fields = type.getFields();
  if ('id' in fields || !isObjectType(type)) return 'id';
  return Object.values(fields)
    .map(({ name, type: inner }) =>
      isCompositeType(getNamedType(inner)) ? `${name} { ${selectionOf(getNamedType(inner))} }` : name,
    )
    .join(' ');
}

function valuesIn(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    name === key ? [each] : valuesIn(each, key),
  );
}

/** Of a payload, and of each that it holds. */
function userErrorsIn(payload: unknown): unknown[] {
  return valuesIn(payload, 'userErrors').flat();
}

function firstIn(value: unknown, key: string, of: string): string {
  const found = valuesIn(value, key)[0];
  if (typeof found !== 'string') throw new Error(`${of}: no ${key} in ${JSON.stringify(value)}`);
  return found;
}
