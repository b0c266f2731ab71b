import type { ProviderFailure } from '../../transport/failure.js';
import type { Contact } from '../contact/types.js';
import { createLoader } from '../request/loaders.js';
import type { Cluster } from './clusters.js';
import type { PeopleOfRequest } from './known-people.js';
import { linkAll, linkByValues, type LinkageContext, type LinkedContacts } from './link-contacts.js';
import { toPerson } from './to-person.js';
import type { Person } from './types.js';
import { scanAllContacts, type ContactScan } from './contact-scan.js';

/** A contact's person, and the upstreams whose contacts may be missing in it. */
export interface PersonResult {
  readonly person: Person;
  readonly failures: readonly ProviderFailure[];
}

declare module '../request/loaders.js' {
  interface Loaders {
    /** The person that a contact is of; the contacts of a page cost one reading of the lists. */
    readonly personOf: PersonLoader;
    /** The people of whole lists. */
    readonly people: PeopleOfRequest;
  }
}

interface PersonLoader {
  /** At once where it is known already: people of contacts of people are asked for thousands of times. */
  readonly load: (contact: Contact) => PersonResult | Promise<PersonResult>;
}

export function createPersonLoader(linkageContext: LinkageContext): PersonLoader {
  const known = new Map<string, PersonResult>();
  const lookUp = createPersonLookup(linkageContext);
  const loader = createLoader<Contact, PersonResult>(
    async (contacts) => {
      const results = await lookUp(contacts);
      for (const [at, { id }] of contacts.entries()) {
        const result = results[at];
        if (result) known.set(id, result);
      }
      return results;
    },
    ({ id }) => id,
  );
  return { load: (contact) => known.get(contact.id) ?? loader.load(contact) };
}

/**
 * The persons of contacts. One contact is looked for by its values; for more the lists are read, once in the life of
 * this function, and so they are for one that comes after another: never a request for each row. A contact that nothing
 * can tie costs nothing.
 */
function createPersonLookup(context: LinkageContext): (contacts: readonly Contact[]) => Promise<PersonResult[]> {
  const { upstreams, linkageRules } = context;
  const order = upstreams.map(({ name }) => name);
  let allContacts: Promise<ContactScan> | undefined;
  let hasSearched = false;

  async function link(contacts: readonly Contact[]): Promise<LinkedContacts> {
    const linkable = contacts.filter((contact) => linkageRules.linkingValuesOf(contact).length > 0);
    const [only] = linkable;
    if (!only) return { clusters: [], failures: [] };
    if (linkable.length === 1 && !allContacts && !hasSearched) {
      hasSearched = true;
      return linkByValues(linkageRules.linkingValuesOf(only), [only], context);
    }
    allContacts ??= scanAllContacts(upstreams, context);
    return linkAll(await allContacts, linkable, linkageRules);
  }

  return async (contacts) => {
    const { clusters, failures } = await link(contacts);
    const clusterOf = new Map<string, Cluster<Contact>>();
    for (const cluster of clusters) for (const { id } of cluster.rows) clusterOf.set(id, cluster);
    const persons = new Map<Cluster<Contact>, Person>();
    return contacts.map((contact) => {
      const cluster = clusterOf.get(contact.id);
      if (!cluster) return { person: toPerson([contact], order), failures: [] };
      const person = persons.get(cluster) ?? toPerson(cluster.rows, order);
      persons.set(cluster, person);
      return { person, failures };
    });
  };
}
