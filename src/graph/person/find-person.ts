import type { GraphQLResolveInfo } from 'graphql';

import { emailsOf, type Contact } from '../contact/types.js';
import type { Context } from '../request/context.js';
import { badInput, translateErrors } from '../values/errors.js';
import { pathOf } from '../request/failures.js';
import { decodeId, encodeId } from '../values/id.js';
import { isPhone, toPhone } from '../values/phone.js';
import { withoutExtension } from '../values/phone-extension.js';
import { linkByValues } from './link-contacts.js';
import type { PersonResult } from './person-loader.js';
import { toPerson } from './to-person.js';
import type { Person } from './types.js';

/** The person of a contact; an upstream that could not be asked is reported. */
export function personOf(contact: Contact, context: Context, info: GraphQLResolveInfo): Person | Promise<Person> {
  const report = ({ person, failures }: PersonResult): Person => {
    for (const failure of failures) context.failures.report(failure, pathOf(info));
    return person;
  };
  const found = context.loaders.personOf.load(contact);
  return found instanceof Promise ? found.then(report) : report(found);
}

/** Who the contact of this id is; null when it is gone or the id is none of a person, BAD_USER_INPUT when it is none. */
export async function personById(id: string, context: Context, info: GraphQLResolveInfo): Promise<Person | null> {
  const { upstream, noun, key } = decodeId(id);
  if (noun !== 'person') return null;
  const contact = await translateErrors(context.loaders.contact.load(encodeId(upstream, 'contact', key)));
  return contact && personOf(contact, context, info);
}

/** Who has this address; several, where it is a shared one, are BAD_USER_INPUT. */
export function personByEmail(text: string, context: Context, info: GraphQLResolveInfo): Promise<Person | null> {
  const [email] = emailsOf(text);
  if (email === undefined)
    throw badInput(`"email" must be an address such as anna@example.com, not "${truncate(text)}"`);
  return findPerson([email], ({ emails }) => emails.includes(email), context, info);
}

/**
 * Who has this number, a national one read as each upstream reads its own; otherwise as for e-mails. With an extension:
 * who is at that extension.
 */
export function personByPhone(text: string, context: Context, info: GraphQLResolveInfo): Promise<Person | null> {
  const spellings = new Map(
    context.upstreams.map(({ name, defaultCountry }) => [name, toPhone(text, defaultCountry)] as const),
  );
  const phones = [...new Set(spellings.values())].filter(isPhoneOrExtension);
  if (phones.length === 0) {
    throw badInput(
      `"phone" must be a valid number, with its country code where it is foreign, not "${truncate(text)}"`,
    );
  }
  const holds = ({ upstream, phones: held }: Contact): boolean => {
    const phone = spellings.get(upstream.name);
    return phone !== undefined && isPhoneOrExtension(phone) && held.includes(phone);
  };
  return findPerson(phones, holds, context, info);
}

async function findPerson(
  values: readonly string[],
  holds: (contact: Contact) => boolean,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Person | null> {
  const { clusters, failures } = await linkByValues(values, [], context);
  for (const failure of failures) context.failures.report(failure, pathOf(info));
  const [cluster, ...others] = clusters.filter(({ rows }) => rows.some(holds));
  if (others.length > 0) {
    throw badInput(
      `"${values.join('" and "')}" is held by ${others.length + 1} people: ask "people" with a filter, or for one by another value`,
    );
  }
  return cluster
    ? toPerson(
        cluster.rows,
        context.upstreams.map(({ name }) => name),
      )
    : null;
}

/** Whether a text is a valid number in E.164, with an extension or without. */
export function isPhoneOrExtension(text: string): boolean {
  return isPhone(withoutExtension(text));
}

function truncate(text: string): string {
  return text.slice(0, 60);
}
