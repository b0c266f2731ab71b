import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import { Contact } from '../contact/types.js';
import { ContactFilter } from '../contact/filter-input.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { badInput } from '../values/errors.js';
import { After, First, Providers, Upstreams } from '../lists/list-args.js';
import { personByEmail, personById, personByPhone, personOf } from './find-person.js';
import { listPeople } from './list.js';
import { Person } from './types.js';
import { PersonConnection } from './connection.js';

@Resolver(() => Person)
export class PersonResolver {
  @NeedsScope('read')
  @Query(() => Person, {
    nullable: true,
    description:
      'Who has this e-mail, this phone or this id: exactly one of them is to be given. Null when nobody has it; an upstream that could not be asked is told in `errors`. A value that several people share is BAD_USER_INPUT. Each upstream is asked once, or twice: where what is found names further values, for its whole list.',
  })
  person(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('email', () => String, { nullable: true, description: 'An e-mail address, in any spelling.' })
    email: string | null,
    @Arg('phone', () => String, {
      nullable: true,
      description: "A phone number; a national one is read by each upstream's `defaultCountry`.",
    })
    phone: string | null,
    @Arg('id', () => ID, { nullable: true, description: 'An `id` of a person.' }) id: string | null,
  ): Promise<Person | null> {
    const given = [email, phone, id].filter((value) => typeof value === 'string');
    if (given.length !== 1)
      throw badInput(`"person" takes exactly one of "email", "phone" and "id", not ${given.length}`);
    if (typeof email === 'string') return personByEmail(email, context, info);
    if (typeof phone === 'string') return personByPhone(phone, context, info);
    return personById(id ?? '', context, info);
  }

  @NeedsScope('read')
  @Query(() => PersonConnection, {
    description:
      'People of all upstreams, by name in the order of the config’s `locale`, then by id. Reads the whole contact lists of the upstreams that are asked; contacts of others are no part of their people. An upstream that fails costs its own contacts: see `sources`.',
  })
  people(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => ContactFilter, {
      nullable: true,
      description: 'Only people with a contact that matches; they are given with all their contacts.',
    })
    filter: ContactFilter | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Person>> {
    return listPeople(filter, { first, after, upstreams, providers }, context, info);
  }
}

/** `Contact.person`. */
@Resolver(() => Contact)
export class ContactPersonResolver {
  @FieldResolver(() => Person, {
    description:
      'Who it is: together with the contacts of all upstreams that share its e-mails or phones. For one contact each upstream is asked once, or twice; for the contacts of a page their whole lists are read, once.',
  })
  person(
    @Root() contact: Contact,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Person | Promise<Person> {
    return personOf(contact, context, info);
  }
}
