import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';

import { createSchema } from '../../../src/graph/schema.js';
import { providers } from '../../../src/providers/index.js';

const schema = createSchema(providers);

function hasResolver(typeName: string, field: string): boolean {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new TypeError(`${typeName} is no object type`);
  return type.getFields()[field]?.resolve !== undefined;
}

test('fields that a type has from its interfaces have no resolver that only reads their property', () => {
  for (const field of ['id', 'upstreamId', 'displayName', 'emails', 'phones', 'channels', 'upstream'])
    expect([field, hasResolver('HostTrackerEmailContact', field)]).toEqual([field, false]);
});

test('what is resolved for an interface stays resolved for its types', () => {
  for (const field of ['groups', 'person'])
    expect([field, hasResolver('HostTrackerEmailContact', field)]).toEqual([field, true]);
});
