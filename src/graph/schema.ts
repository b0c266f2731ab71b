import { isInputObjectType, isInterfaceType, isObjectType, isUnionType, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';

import { AccountPageResolver } from './account/account.js';
import { AccountResolver } from './account/resolver.js';
import { CampaignPageResolver } from './campaign/campaign.js';
import { CampaignResolver } from './campaign/resolver.js';
import { ContactPageResolver } from './contact/connection.js';
import { ContactResolver } from './contact/resolver.js';
import { GatewayPageResolver } from './gateway/connection.js';
import { GatewayResolver } from './gateway/resolver.js';
import { GroupPageResolver } from './group/connection.js';
import { GroupResolver } from './group/resolver.js';
import { MediaResolver } from './media/resolver.js';
import { MessagePageResolver } from './message/message.js';
import { messageResolvers } from './message/resolver.js';
import { PersonPageResolver } from './person/person.js';
import { ContactPersonResolver, PersonResolver } from './person/resolver.js';
import { ProgramPageResolver } from './program/program.js';
import { programResolvers } from './program/resolver.js';
import { NodeResolver } from './resolver.js';
import { StatisticsResolver } from './statistics/resolver.js';
import { TransmissionAttemptResolver, TransmissionResolver } from './transmission/resolver.js';
import { TransmissionPageResolver } from './transmission/transmission.js';
import { UserResolver } from './user/resolver.js';
import { UserPageResolver } from './user/user.js';
import type { Provider } from './provider.js';
import { ProviderName } from './upstream/upstream.js';
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
];

/** The schema of these providers: their types and filters and no others. */
export function createSchema(providers: readonly Provider[]): GraphQLSchema {
  for (const name of Object.keys(ProviderName)) Reflect.deleteProperty(ProviderName, name);
  for (const { name } of providers) ProviderName[name.toUpperCase()] = name.toUpperCase();
  const built = buildSchemaSync({
    resolvers: [...RESOLVERS, ...providers.flatMap(({ resolvers = [] }) => resolvers)] as [new () => object],
    orphanedTypes: providers.flatMap(({ types }) => types as ReadonlyArray<new () => object>),
    validate: false,
  });
  const schema = withoutForeignFilters(built, providers);
  for (const type of Object.values(schema.getTypeMap())) {
    // type-graphql awaits its own resolveType for each row; ours carry their __typename, which graphql-js reads in step.
    if (isInterfaceType(type) || isUnionType(type)) type.resolveType = undefined;
    // Parameter decorators run from the last to the first; people read arguments in the order they were written.
    if (isObjectType(type) || isInterfaceType(type)) for (const field of Object.values(type.getFields())) flip(field);
  }
  return schema;
}

function flip(field: { args: readonly unknown[] }): void {
  field.args = [...field.args].reverse();
}

/** type-graphql's storage is global: a filter field of any plug that was imported is in every schema. */
function withoutForeignFilters(schema: GraphQLSchema, providers: readonly Provider[]): GraphQLSchema {
  const plugged = providers.map(({ contactFilter }) => contactFilter?.field);
  const filter = schema.getType('ContactFilter');
  if (!isInputObjectType(filter)) return schema;
  const fields = filter.getFields();
  for (const name of Object.keys(fields)) {
    const own = !CONTACT_FILTERS.includes(name);
    if (own && !plugged.includes(name)) Reflect.deleteProperty(fields, name);
  }
  const own = providers.flatMap(({ types }) => types.flatMap((type) => schema.getType(type.name) ?? []));
  return new GraphQLSchema({ ...schema.toConfig(), types: own });
}

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
