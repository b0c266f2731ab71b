import { GraphQLError } from 'graphql';

import { Invalid } from '../operations/intent.js';
import type { Mistake } from '../operations/record.js';
import type { Context, OpenUpstream } from './context.js';
import { decodeId, type Reference } from './id.js';
import { chooseUpstream, type Choice, type Pick } from './choose.js';
import { NOUNS, type Noun } from './provider.js';

/** A thing that a mutation names. */
export interface Target {
  readonly upstream: OpenUpstream;
  /** The provider's own. */
  readonly key: string;
}

/** The thing with this id; Invalid, with the argument's path, where the id is none of ours or names nothing of that noun. */
export function targetOf(noun: Noun, id: string, field: readonly string[], { upstreams }: Context): Target {
  const reference = referenceOf(id, field);
  const upstream = upstreams.find(({ name }) => name === reference.upstream);
  if (reference.noun !== noun || !upstream) throw notThere(noun, field);
  return { upstream, key: reference.key };
}

/** The key of a thing that must be at the same upstream as what it is put together with. */
export function neighbourOf(noun: Noun, id: string, upstream: OpenUpstream | string, field: readonly string[]): string {
  const name = typeof upstream === 'string' ? upstream : upstream.name;
  const reference = referenceOf(id, field);
  if (reference.noun !== noun) throw notThere(noun, field);
  if (reference.upstream === name) return reference.key;
  throw invalid(`This ${noun} is of "${reference.upstream}" and can't be used at "${name}".`, field);
}

/** The upstream that is to make something: the one named, or the only one that can. */
export function makerOf<Ability>(
  pick: Pick<Ability>,
  choice: Choice,
  field: readonly string[] = ['input', 'upstream'],
): { readonly upstream: OpenUpstream; readonly ability: NonNullable<Ability> } {
  return mending(field, () => chooseUpstream(pick, choice));
}

/** What the upstream can do, or Invalid: UNSUPPORTED. */
export function supported<Ability>(
  ability: Ability | undefined,
  { name }: OpenUpstream,
  doing: string,
  field: readonly string[] | null = null,
): Ability {
  if (ability !== undefined) return ability;
  throw new Invalid([
    { code: 'UNSUPPORTED', message: `${name} can't ${doing}: its provider has no such call.`, field },
  ]);
}

/** One mistake of the caller, found before anything was sent. */
export function invalid(message: string, field: readonly string[] | null, code = 'BAD_USER_INPUT'): Invalid {
  return new Invalid([{ code, message, field }]);
}

/** All that is wrong at once; returns where nothing is. */
export function complain(mistakes: ReadonlyArray<Mistake | undefined>): void {
  const found = mistakes.filter((mistake) => mistake !== undefined);
  if (found.length > 0) throw new Invalid(found);
}

/** NOT_FOUND, as mutations say it. */
export function notThere(noun: Noun, field: readonly string[] | null): Invalid {
  const words = NOUNS[noun].replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return invalid(`There is no ${words} with this id (any more).`, field, 'NOT_FOUND');
}

/** What an id stands for; Invalid, with the argument's path, where it is none of ours. */
export function referenceOf(id: string, field: readonly string[]): Reference {
  return mending(field, () => decodeId(id));
}

/** What is BAD_USER_INPUT in a query is something to mend in a mutation. */
function mending<Value>(field: readonly string[], read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError) throw invalid(error.message, field);
    throw error;
  }
}
