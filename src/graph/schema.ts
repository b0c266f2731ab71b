import { isInputObjectType, isInterfaceType, isObjectType, isUnionType, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { CONTACT_INPUT_RESOLVERS, RESOLVERS } from './registry/resolvers.js';
import { countResults } from './request/count-results.js';
import { dropResolvers, findPropertyResolvers } from './request/property-fields.js';
import { enforceScopes } from './request/enforce-scopes.js';
import { resolveColumns } from './request/resolve-columns.js';
import type { Provider } from './ports/provider.js';
import { providerWords, ProviderName } from './upstream/types.js';

/** The schema of these providers: their types and filters and no others. */
export function createSchema(providers: readonly Provider[]): GraphQLSchema {
  for (const name of Object.keys(ProviderName)) Reflect.deleteProperty(ProviderName, name);
  for (const { name, description } of providers) {
    ProviderName[name.toUpperCase()] = name.toUpperCase();
    providerWords[name.toUpperCase()] = { description };
  }
  const built = buildSchemaSync({
    resolvers: [
      ...RESOLVERS,
      // An input without members is no type, so neither are the mutations that take it.
      ...(providers.some(({ contactInputs }) => contactInputs) ? CONTACT_INPUT_RESOLVERS : []),
      ...providers.flatMap(({ resolvers = [] }) => resolvers),
    ] as [new () => object],
    orphanedTypes: providers.flatMap(({ types }) => types as ReadonlyArray<new () => object>),
    validate: false,
    // It asks the schema to describe itself, which takes a tenth of the whole start; Apollo Server checks it as well.
    skipCheck: true,
  });
  const schema = withoutForeignFields(built, providers);
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql awaits its own resolveType for each row; ours carry their __typename, which graphql-js reads in step.
    if (isInterfaceType(type) || isUnionType(type)) type.resolveType = undefined;
    // type-graphql has no word for it.
    if (isInputObjectType(type) && ONE_OF.has(type.name)) type.isOneOf = true;
    type.description ??= ROOT_DESCRIPTIONS[type.name];
    // Parameter decorators run from the last to the first; people read arguments in the order they were written.
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) reverseArguments(field);
  }
  const propertyResolvers = findPropertyResolvers(schema);
  resolveColumns(schema);
  enforceScopes(schema);
  countResults(schema);
  dropResolvers(schema, propertyResolvers);
  return schema;
}

/** type-graphql makes these types itself, and has no word for what they are. */
const ROOT_DESCRIPTIONS: Readonly<Record<string, string>> = {
  Query:
    'What can be read. A list asks all upstreams at once; one that fails costs its own rows, see `sources`, and nothing is ever written.',
  Mutation:
    'What can be written, and sent. The fields of one request run in order, and each has its own outcome: what its caller can mend is in `userErrors`. With an `idempotencyKey` a write is done at most once, however often it is asked for.',
};

function reverseArguments(field: { args: readonly unknown[] }): void {
  field.args = [...field.args].reverse();
}

/** Inputs that providers add fields to, with the members that each provider adds. */
const EXTENDED_INPUTS: Readonly<Record<string, (provider: Provider) => readonly string[]>> = {
  ContactFilter: ({ contactFilter }) => (contactFilter ? [contactFilter.field] : []),
  CreateContactInput: ({ contactInputs }) => contactInputs?.create ?? [],
  UpdateContactInput: ({ contactInputs }) => contactInputs?.update ?? [],
};

/** type-graphql's storage is global: a field of any provider that was imported is in every schema. */
function withoutForeignFields(schema: GraphQLSchema, providers: readonly Provider[]): GraphQLSchema {
  for (const [name, own] of Object.entries(EXTENDED_INPUTS)) {
    const input = schema.getType(name);
    if (!isInputObjectType(input)) continue;
    const plugged = providers.flatMap(own);
    const shared = name === 'ContactFilter' ? CONTACT_FILTERS : [];
    const fields = input.getFields();
    for (const field of Object.keys(fields)) {
      if (!shared.includes(field) && !plugged.includes(field)) Reflect.deleteProperty(fields, field);
    }
  }
  const own = providers.flatMap(({ types }) => types.flatMap((type) => schema.getType(type.name) ?? []));
  return new GraphQLSchema({ ...schema.toConfig(), types: own });
}

/** Inputs of which exactly one member is given. */
const ONE_OF: ReadonlySet<string> = new Set(['CreateContactInput', 'UpdateContactInput', 'CreateProgramInput']);

const CONTACT_FILTERS: readonly string[] = [
  'and',
  'or',
  'not',
  'ids',
  'name',
  'email',
  'phone',
  'channel',
  'groupId',
  'ungrouped',
];
