import { compareCodeUnits, compareIds } from '../../query/order.js';
import type { Contact } from '../contact/types.js';
import { decodeId, encodeId } from '../values/id.js';
import { properNameOf } from './linkage-rules.js';
import type { Person } from './types.js';

/** The person that these contacts are; `order`: names of the upstreams as the config has them. */
export function toPerson(contacts: readonly Contact[], order: readonly string[]): Person {
  const places = new Map(order.map((name, index) => [name, index]));
  const placeOf = ({ upstream }: Contact): number => places.get(upstream.name) ?? order.length;
  const emails = textsOf(contacts.flatMap((contact) => contact.emails));
  const phones = textsOf(contacts.flatMap((contact) => contact.phones));
  return {
    __typename: 'Person',
    id: personIdOf(contacts),
    displayName: personNameOf(contacts),
    emails,
    phones,
    contacts: [...contacts].sort((one, other) => placeOf(one) - placeOf(other) || compareIds(one, other)),
  };
}

/** What the person is called that these contacts are, as `toPerson` says. */
export function personNameOf(contacts: readonly Contact[]): string {
  const firstOf = (texts: (contact: Contact) => readonly string[]): string | undefined =>
    textsOf(contacts.flatMap(texts))[0];
  return (
    nameOf(contacts) ??
    firstOf(({ emails }) => emails) ??
    firstOf(({ phones }) => phones) ??
    contacts[0]?.displayName ??
    ''
  );
}

/** Of the contact that comes first by name of the upstream, whatever the order of the config. */
export function personIdOf(contacts: readonly Contact[]): string {
  const order = (one: Contact, other: Contact): number =>
    compareCodeUnits(one.upstream.name, other.upstream.name) || compareIds(one, other);
  const [first] = contacts.length === 1 ? contacts : [...contacts].sort(order);
  if (!first) throw new TypeError('a person has at least one contact');
  const { upstream, key } = decodeId(first.id);
  return encodeId(upstream, 'person', key);
}

/** A full name before a bare word, then what most contacts say, then the longer one, then text order. */
function nameOf(contacts: readonly Contact[]): string | undefined {
  const [only] = contacts;
  if (only && contacts.length === 1) return properNameOf(only);
  const counts = new Map<string, number>();
  for (const contact of contacts) {
    const name = properNameOf(contact);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isFull = (name: string): number => Number(/\S\s+\S/.test(name));
  const [best] = [...counts].sort(
    ([one, times], [other, otherTimes]) =>
      isFull(other) - isFull(one) || otherTimes - times || other.length - one.length || compareCodeUnits(one, other),
  );
  return best?.[0];
}

function textsOf(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareCodeUnits);
}
