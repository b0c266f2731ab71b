import type { ProviderFailure } from '../../transport/failure.js';
import type { Contact } from '../contact/contact.js';
import type { Cluster } from './cluster.js';
import { tieAll, tieValues, type Ground, type Tied } from './closure.js';
import { toPerson } from './compose.js';
import type { Person } from './person.js';
import { readAll, type ContactReading } from './reading.js';

/** A contact's person, and the upstreams whose contacts may be missing in it. */
export interface PersonFound {
  readonly person: Person;
  readonly failures: readonly ProviderFailure[];
}

/**
 * The persons of contacts. One contact is looked for by its values; for more the lists are read, once in the life of
 * this function, and so they are for one that comes after another: never a request for each row. A contact that nothing
 * can tie costs nothing.
 */
export function createPersonBatch(ground: Ground): (contacts: readonly Contact[]) => Promise<PersonFound[]> {
  const { upstreams, glue } = ground;
  const order = upstreams.map(({ name }) => name);
  let whole: Promise<ContactReading> | undefined;
  let hasSearched = false;

  async function tie(contacts: readonly Contact[]): Promise<Tied> {
    const tieable = contacts.filter((contact) => glue.valuesOf(contact).length > 0);
    const [only] = tieable;
    if (!only) return { clusters: [], failures: [] };
    if (tieable.length === 1 && !whole && !hasSearched) {
      hasSearched = true;
      return tieValues(glue.valuesOf(only), [only], ground);
    }
    whole ??= readAll(upstreams, ground);
    return tieAll(await whole, tieable, glue);
  }

  return async (contacts) => {
    const { clusters, failures } = await tie(contacts);
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
