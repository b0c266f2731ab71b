import { GraphQLError } from 'graphql';

import { InvalidInputError } from '../../operations/intent.js';
import type { UserErrorDetail } from '../../operations/record.js';
import type { Context } from '../request/context.js';
import { decodeId, type Reference } from '../values/id.js';
import { selectUpstream, type UpstreamChoice, type BackendSelector } from '../request/select-upstream.js';
import { NOUNS, type Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** A thing that a mutation names. */
export interface WriteTarget {
  readonly upstream: OpenUpstream;
  /** The provider's own. */
  readonly key: string;
}

/** The thing with this id; Invalid, with the argument's path, where the id is none of ours or names nothing of that noun. */
export function targetOf(noun: Noun, id: string, field: readonly string[], { upstreams }: Context): WriteTarget {
  const reference = referenceOf(id, field);
  const upstream = upstreams.find(({ name }) => name === reference.upstream);
  if (reference.noun !== noun || !upstream) throw notFoundError(noun, field);
  return { upstream, key: reference.key };
}

/** The key of a thing that must be at the same upstream as what it is put together with. */
export function sameUpstreamKeyOf(
  noun: Noun,
  id: string,
  upstream: OpenUpstream | string,
  field: readonly string[],
): string {
  const name = typeof upstream === 'string' ? upstream : upstream.name;
  const reference = referenceOf(id, field);
  if (reference.noun !== noun) throw notFoundError(noun, field);
  if (reference.upstream === name) return reference.key;
  throw invalidInput(`This ${noun} is of "${reference.upstream}" and can't be used at "${name}".`, field);
}

/** The upstream that is to make something: the one named, or the only one that can. */
export function creatorOf<Ability>(
  pick: BackendSelector<Ability>,
  choice: UpstreamChoice,
  field: readonly string[] = ['input', 'upstream'],
): { readonly upstream: OpenUpstream; readonly ability: NonNullable<Ability> } {
  return asInvalidInput(field, () => selectUpstream(pick, choice));
}

/** What the upstream can do, or Invalid: UNSUPPORTED. */
export function requireSupport<Ability>(
  ability: Ability | undefined,
  { name }: OpenUpstream,
  action: string,
  field: readonly string[] | null = null,
): Ability {
  if (ability !== undefined) return ability;
  throw new InvalidInputError([
    { code: 'UNSUPPORTED', message: `${name} can't ${action}: its provider has no such call.`, field },
  ]);
}

/** One mistake of the caller, found before anything was sent. */
export function invalidInput(
  message: string,
  field: readonly string[] | null,
  code = 'BAD_USER_INPUT',
): InvalidInputError {
  return new InvalidInputError([{ code, message, field }]);
}

/** All that is wrong at once; returns where nothing is. */
export function throwIfInvalid(mistakes: ReadonlyArray<UserErrorDetail | undefined>): void {
  const found = mistakes.filter((mistake) => mistake !== undefined);
  if (found.length > 0) throw new InvalidInputError(found);
}

/** NOT_FOUND, as mutations say it. */
export function notFoundError(noun: Noun, field: readonly string[] | null): InvalidInputError {
  const words = NOUNS[noun].replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return invalidInput(`There is no ${words} with this id (any more).`, field, 'NOT_FOUND');
}

/** What an id stands for; Invalid, with the argument's path, where it is none of ours. */
export function referenceOf(id: string, field: readonly string[]): Reference {
  return asInvalidInput(field, () => decodeId(id));
}

/** What is BAD_USER_INPUT in a query is something to mend in a mutation. */
function asInvalidInput<Value>(field: readonly string[], read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphQLError) throw invalidInput(error.message, field);
    throw error;
  }
}
