import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';

import { enforceScopes } from '../../../src/graph/request/enforce-scopes.js';
import { SCOPES, type Scope } from '../../../src/graph/request/principal.js';
import { neededScopeOf } from '../../../src/graph/request/scopes.js';
import { createSchema } from '../../../src/graph/schema.js';
import { providers } from '../../../src/providers/index.js';

const schema = createSchema(providers);
const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}),
);
const namesWith = (scope: Scope): string[] =>
  fields
    .filter((field) => neededScopeOf(field) === scope)
    .map(({ name }) => name)
    .sort();

it('every field of Query and Mutation has a scope and says so', () => {
  expect(fields.filter((field) => !neededScopeOf(field))).toEqual([]);
  for (const field of fields)
    expect(field.description).toContain(`Needs the scope \`${String(neededScopeOf(field))}\`.`);
  expect(SCOPES.flatMap(namesWith)).toHaveLength(fields.length);
});

it('the law bites: a root field without a scope is no schema', () => {
  expect(() => {
    enforceScopes(buildSchema('type Query { a: Int }'));
  }).toThrow('Query.a says no scope');
});

it('what reaches people needs `send`, and whoever has accounts, users, trunks or operations is an admin', () => {
  expect(namesWith('send')).toEqual([
    'cancelCampaignSchedule',
    'cancelTransmissionSchedule',
    'retryTransmission',
    'scheduleCampaignStart',
    'scheduleCampaignStop',
    'scheduleTransmission',
    'sendTransmission',
    'startCampaign',
    'stopCampaign',
  ]);
  const ofAdmins = /Account|Trunk|User|Role|Permission|Owner|^accounts$|^users$|peration|^gateways$/;
  expect(namesWith('admin')).toEqual(
    fields
      .map(({ name }) => name)
      .filter((name) => ofAdmins.test(name))
      .sort(),
  );
});
