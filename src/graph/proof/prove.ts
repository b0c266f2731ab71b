import type { Identified } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import type { OpenUpstream } from '../context.js';
import type { Question } from '../list.js';
import type { Listing } from '../listing.js';
import { settle, type Settled } from '../settle.js';

/**
 * Proves what a part of a list assumes of its server, and plans it anew by what came of it. What fails its proof, or can't
 * be proved now, is not pushed down: the list is read, which loses nothing.
 */
export async function prove<Row extends Identified>(
  part: Settled<Row>,
  question: Question<Row>,
  upstream: OpenUpstream,
  listing: Listing<Row>,
  asking: Asking,
): Promise<Settled<Row>> {
  await upstream.proofs.prove(question.noun, part.unproved, asking);
  const hopeful = settle(question, upstream, listing);
  // An offer that stands back may let another one in, which may assume something else.
  if (hopeful.unproved.length === 0) return hopeful;
  const isNew = hopeful.unproved.some((each) => !part.unproved.includes(each));
  return isNew ? prove(hopeful, question, upstream, listing, asking) : settle(question, upstream, listing, false);
}
