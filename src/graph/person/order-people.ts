import { compareCodeUnits, compareKeys } from '../../query/order.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';
import type { Contact } from '../contact/types.js';
import type { Collation } from '../values/collation.js';
import type { Cluster } from './clusters.js';
import type { KnownPeople } from './known-people.js';
import { personIdOf } from './to-person.js';

/** A person whose name is known, and nothing else yet. */
interface NamedCluster {
  readonly cluster: Cluster<Contact>;
  readonly name: string;
  /** Only people of the same name need one. */
  id: string | undefined;
}

/** How many people may be held beyond twice the needed number before they are sorted and cut. */
const SLACK = 100;
/** People between two looks at the clock. */
const STRETCH = 50;

/**
 * The first so many people: by name, then by id, nameless ones last. All others are only named
 * and compared with the last of these, and between them other requests have their turn.
 */
export async function orderPeople(
  clusters: ReadonlyArray<Cluster<Contact>>,
  known: Pick<KnownPeople, 'nameOf'>,
  { compare }: Collation,
  needed: number,
): Promise<ReadonlyArray<Cluster<Contact>>> {
  const order = { descending: false, compare };
  const idOf = (person: NamedCluster): string => (person.id ??= personIdOf(person.cluster.rows));
  const comparePeople = (one: NamedCluster, other: NamedCluster): number =>
    compareKeys(one.name || undefined, other.name || undefined, order) || compareCodeUnits(idOf(one), idOf(other));
  let buffered: NamedCluster[] = [];
  let last: NamedCluster | undefined;
  const cut = (): void => {
    buffered.sort(comparePeople);
    buffered = buffered.slice(0, needed);
    last = buffered.length === needed ? buffered.at(-1) : undefined;
  };
  for (const [index, cluster] of clusters.entries()) {
    if (index % STRETCH === 0 && isYieldDue()) await yieldToEventLoop();
    const person: NamedCluster = { cluster, name: known.nameOf(cluster), id: undefined };
    if (!last || comparePeople(person, last) < 0) buffered.push(person);
    if (buffered.length > 2 * needed + SLACK) cut();
  }
  cut();
  return buffered.map(({ cluster }) => cluster);
}
