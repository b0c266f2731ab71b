import { GraphQLError } from 'graphql';

import { ErrorCode } from '../values/errors.js';
import { exceedsBytes } from './answer-size.js';

/** How much one answer may hold. */
export interface ResultLimits {
  /** Things of all lists in it. */
  readonly resultNodes: number;
  /** Bytes of its JSON. */
  readonly responseBytes: number;
}

/** What one answer may still take; whoever completes or carries a result counts here, whatever executor or transport it is. */
export interface ResultBudget {
  /**
   * Counts things of a list into the result. They are not to be completed where there are too many, from then on in no
   * list; `pause`: others should have their turn first.
   */
  readonly takeThings: (count: number, pathOf: () => ReadonlyArray<string | number>) => 'taken' | 'pause' | 'refused';
  /** Counts things of lists that stand in the result once more, unless there would be too many. */
  readonly repeatThings: (count: number) => boolean;
  /** Others had their turn. */
  readonly resume: () => void;
  /** Whether it holds so many things that its text should be made in parts. */
  readonly isSplit: () => boolean;
  /** Whether it holds so many that others should have their turn meanwhile. */
  readonly isLong: () => boolean;
  /** Looks at a result, or at a part of it, before its text is made. */
  readonly checkBytes: (part: unknown) => void;
  /** Counts the bytes of a part whose text was made. */
  readonly takeBytes: (count: number) => void;
  /** Why the answer must not be sent; undefined where it may. */
  readonly excess: () => GraphQLError | undefined;
}

/** So many things are completed in some 20 milliseconds. */
const THINGS_AT_A_STRETCH = 2000;
/** So many things may have a text that is too long to be made in one part. */
const THINGS_OF_A_PART = 100;

/** `onExcess` takes the one error about a list that was cut, so that no answer with such a list looks whole. */
export function createResultBudget(
  { resultNodes, responseBytes }: ResultLimits,
  onExcess: (error: GraphQLError) => void,
): ResultBudget {
  let taken = 0;
  let sincePause = 0;
  let bytesLeft = responseBytes;
  let excess: GraphQLError | undefined;
  return {
    takeThings: (count, pathOf) => {
      taken += count;
      if (taken > resultNodes) {
        if (!excess) onExcess((excess = nodesError(resultNodes, pathOf())));
        return 'refused';
      }
      sincePause += count;
      return sincePause <= THINGS_AT_A_STRETCH ? 'taken' : 'pause';
    },
    repeatThings: (count) => {
      if (taken + count > resultNodes) return false;
      taken += count;
      return true;
    },
    resume: () => {
      sincePause = 0;
    },
    isSplit: () => taken > THINGS_OF_A_PART,
    isLong: () => taken > THINGS_AT_A_STRETCH,
    checkBytes: (part) => {
      if (!excess && exceedsBytes(part, bytesLeft)) excess = bytesError(responseBytes);
    },
    takeBytes: (count) => {
      bytesLeft -= count;
      if (!excess && bytesLeft < 0) excess = bytesError(responseBytes);
    },
    excess: () => excess,
  };
}

function nodesError(limit: number, path: ReadonlyArray<string | number>): GraphQLError {
  const field = path.filter((part) => typeof part === 'string').join('.');
  return new GraphQLError(
    `the answer to this operation has more than ${limit} things in its lists, the last of them in "${field}": ` +
      'ask for fewer with "first" or for less of each, or have "limits.resultNodes" raised in the config',
    { path, extensions: { code: ErrorCode.BUDGET_EXCEEDED } },
  );
}

function bytesError(limit: number): GraphQLError {
  return new GraphQLError(
    `the answer to this operation is longer than ${limit} bytes: ask for fewer rows or fields, ` +
      'or have "limits.responseBytes" raised in the config',
    { extensions: { code: ErrorCode.BUDGET_EXCEEDED } },
  );
}
