// What most teams would write: Apollo Server standalone, type-graphql and a DataLoader.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { Arg, buildSchema, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';

import { LISTS, readCloudContact, readDescription, WHOLE_LIST } from './reads.js';
import { PORT, type PeerContact } from './wire.js';

interface Context {
  readonly descriptions: DataLoader<string, string | null>;
}

@ObjectType()
class Contact {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
}

@ObjectType()
class PbxContact extends Contact {
  @Field(() => String, { nullable: true }) description?: string | null;
}

@Resolver()
class Lists {
  @Query(() => [Contact]) cloudContacts(
    @Arg('limit', () => Int, { defaultValue: 100 }) limit: number,
  ): Promise<PeerContact[]> {
    return LISTS.cloud(limit);
  }
  @Query(() => Contact, { nullable: true }) cloudContact(@Arg('id', () => ID) id: string): Promise<PeerContact> {
    return readCloudContact(id);
  }
  @Query(() => [PbxContact]) pbxContacts(@Arg('group', () => ID) group: string): Promise<PeerContact[]> {
    return LISTS.pbxGroup(group);
  }
  @Query(() => [Contact]) monitoring(): Promise<PeerContact[]> {
    return LISTS.monitoring();
  }
  @Query(() => [Contact]) cloud(): Promise<PeerContact[]> {
    return LISTS.cloud(WHOLE_LIST);
  }
  @Query(() => [Contact]) mail(): Promise<PeerContact[]> {
    return LISTS.mail();
  }
  @Query(() => [Contact]) pbx(): Promise<PeerContact[]> {
    return LISTS.pbx();
  }
  @Query(() => [Contact]) sms(): Promise<PeerContact[]> {
    return LISTS.sms();
  }
}

@Resolver(() => PbxContact)
class Descriptions {
  @FieldResolver(() => String, { nullable: true })
  description(@Root() { id }: PbxContact, @Ctx() { descriptions }: Context): Promise<string | null> {
    return descriptions.load(id);
  }
}

const schema = await buildSchema({ resolvers: [Lists, Descriptions], validate: false });
await startStandaloneServer(new ApolloServer<Context>({ schema }), {
  listen: { host: '127.0.0.1', port: PORT },
  context: async () => ({
    descriptions: new DataLoader((ids: readonly string[]) => Promise.all(ids.map(readDescription))),
  }),
});
