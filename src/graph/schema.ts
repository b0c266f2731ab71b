import { isInputObjectType, isInterfaceType, isObjectType, isUnionType, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { AccountPageResolver } from './account/types.js';
import { AccountResolver } from './account/resolver.js';
import { CampaignPageResolver } from './campaign/types.js';
import { CampaignResolver } from './campaign/resolver.js';
import { ContactPageResolver } from './contact/connection.js';
import { ContactInputMutationResolver } from './contact/mutation.js';
import { ContactResolver } from './contact/resolver.js';
import { GatewayPageResolver } from './gateway/connection.js';
import { GatewayResolver } from './gateway/resolver.js';
import { GroupPageResolver } from './group/connection.js';
import { GroupResolver } from './group/resolver.js';
import { MediaResolver } from './media/mutation.js';
import { MUTATION_RESOLVERS } from './registry/resolvers.js';
import { OperationResolver } from './operation/resolver.js';
import { MessagePageResolver } from './message/types.js';
import { messageResolvers } from './message/resolver.js';
import { PersonPageResolver } from './person/types.js';
import { ContactPersonResolver, PersonResolver } from './person/resolver.js';
import { ProgramPageResolver } from './program/types.js';
import { programResolvers } from './program/resolver.js';
import { resolveColumns } from './request/resolve-columns.js';
import { NodeResolver } from './node/resolver.js';
import { StatisticsResolver } from './statistics/resolver.js';
import { TransmissionAttemptResolver, TransmissionResolver } from './transmission/resolver.js';
import { TransmissionPageResolver } from './transmission/types.js';
import { UserResolver } from './user/resolver.js';
import { UserPageResolver } from './user/types.js';
import type { Provider } from './ports/provider.js';
import { providerWords, ProviderName } from './upstream/types.js';
import { UpstreamResolver } from './upstream/resolver.js';

const RESOLVERS = [
  NodeResolver,
  UpstreamResolver,
  ContactResolver,
  ContactPageResolver,
  PersonResolver,
  ContactPersonResolver,
  PersonPageResolver,
  GroupResolver,
  GroupPageResolver,
  GatewayResolver,
  GatewayPageResolver,
  CampaignResolver,
  CampaignPageResolver,
  TransmissionResolver,
  TransmissionAttemptResolver,
  TransmissionPageResolver,
  ...programResolvers,
  ProgramPageResolver,
  ...messageResolvers,
  MessagePageResolver,
  AccountResolver,
  AccountPageResolver,
  UserResolver,
  UserPageResolver,
  StatisticsResolver,
  MediaResolver,
  OperationResolver,
  ...MUTATION_RESOLVERS,
];

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
      ...(providers.some(({ contactInputs }) => contactInputs) ? [ContactInputMutationResolver] : []),
      ...providers.flatMap(({ resolvers = [] }) => resolvers),
    ] as [new () => object],
    orphanedTypes: providers.flatMap(({ types }) => types as ReadonlyArray<new () => object>),
    validate: false,
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
  resolveColumns(schema);
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

/** Inputs that providers add fields to, with what a plug calls its own. */
const EXTENDED_INPUTS: Readonly<Record<string, (provider: Provider) => readonly string[]>> = {
  ContactFilter: ({ contactFilter }) => (contactFilter ? [contactFilter.field] : []),
  CreateContactInput: ({ contactInputs }) => contactInputs?.create ?? [],
  UpdateContactInput: ({ contactInputs }) => contactInputs?.update ?? [],
};

/** type-graphql's storage is global: a field of any plug that was imported is in every schema. */
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
