import type { Contact } from '../contact/types.js';
import { clustersOf, type Cluster, type LinkageRules } from './clusters.js';
import { personNameOf, toPerson } from './to-person.js';
import type { Person } from './types.js';

/** The people that some contacts are. What is known of one is found out once. */
export class KnownPeople {
  readonly clusters: ReadonlyArray<Cluster<Contact>>;
  readonly #contacts: readonly Contact[];
  readonly #order: readonly string[];
  readonly #names = new Map<Cluster<Contact>, string>();
  readonly #persons = new Map<Cluster<Contact>, Person>();

  /** `order`: names of the upstreams as the config has them. */
  constructor(contacts: readonly Contact[], order: readonly string[], rules: LinkageRules<Contact>) {
    this.#contacts = contacts;
    this.#order = order;
    this.clusters = clustersOf(contacts, rules);
  }

  /** Whether they are the people of these very contacts. */
  areOf(contacts: readonly Contact[]): boolean {
    return contacts.length === this.#contacts.length && contacts.every((each, at) => each === this.#contacts[at]);
  }

  nameOf(cluster: Cluster<Contact>): string {
    let name = this.#names.get(cluster);
    if (name === undefined) this.#names.set(cluster, (name = personNameOf(cluster.rows)));
    return name;
  }

  personOf(cluster: Cluster<Contact>): Person {
    let person = this.#persons.get(cluster);
    if (!person) this.#persons.set(cluster, (person = toPerson(cluster.rows, this.#order)));
    return person;
  }
}

/** People of one request to the gateway: fields that read the same lists together have the same. */
export class PeopleOfRequest {
  readonly #rules: LinkageRules<Contact>;
  readonly #byUpstreams = new Map<string, KnownPeople>();

  constructor(rules: LinkageRules<Contact>) {
    this.#rules = rules;
  }

  /** The people of all contacts of these upstreams. */
  of(contacts: readonly Contact[], upstreams: readonly string[]): KnownPeople {
    const key = upstreams.join(' ');
    let people = this.#byUpstreams.get(key);
    if (!people?.areOf(contacts))
      this.#byUpstreams.set(key, (people = new KnownPeople(contacts, upstreams, this.#rules)));
    return people;
  }
}
