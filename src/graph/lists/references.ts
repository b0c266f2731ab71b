import { condition, mapConditions, matchNone, type Filter } from '../../query/filter.js';
import { decodeId, type Reference } from '../values/id.js';
import type { Noun } from '../ports/backends.js';

/** Conditions whose value is an id, by path: what kind of thing it must name. */
export type ReferencePaths = Readonly<Record<string, Noun>>;

/** The condition that a thing has this id, where an id is given; a malformed one is BAD_USER_INPUT. */
export function referenceConditions(path: string, id: string | null | undefined): Filter[] {
  return typeof id === 'string' ? [condition(path, decodeId(id))] : [];
}

/** Ids as one upstream's own keys; what names another upstream's thing, or another kind, can't hold here. */
export function localiseReferences(filter: Filter, upstream: string, paths: ReferencePaths): Filter {
  return mapConditions(filter, (part) => {
    const noun = paths[part.path];
    if (!noun) return part;
    const reference = part.value as Reference;
    const fits = reference.upstream === upstream && reference.noun === noun;
    return fits ? condition(part.path, reference.key, part.name) : matchNone;
  });
}
