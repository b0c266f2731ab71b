import type { GraphQLFormattedError } from 'graphql';

import type { Eventually } from '../executor/execution.js';
import type { ResultBudget } from '../graph/request/result-budget.js';
import { encodeUtf8 } from '../transport/utf8.js';
import { isYieldDue, yieldToEventLoop } from '../transport/yield.js';
import { isRecord } from './documents/stored-document.js';
import { describeExcess, findExcess } from './result-budget-plugin.js';
import type { AnswerResult } from './served-request.js';

/** The JSON of an answer; a long one in pieces, whose bytes lie outside the heap: texts would be copied at each collection. */
export type AnswerBody = string | readonly Buffer[];

export interface EncodedAnswer {
  readonly body: AnswerBody;
  /** What is told instead of a result that is beyond its budget. */
  readonly excess: GraphQLFormattedError | undefined;
}

const LINE_FEED = Buffer.from('\n');
const ROWS_OF_A_PIECE = 25;
/** From the answer over its data and a field of it to a list in that. */
const LEVELS_OF_LISTS = 4;
/** A text of two bytes a character must stay well below 128 KB: the engine maps memory for each that is larger, which takes longer than making it. */
const CHARACTERS_OF_A_PART = 16 * 1024;

/** Encodes an answer, and looks at its budget of bytes. What has many things is encoded in pieces, and others have their turn where that takes long. */
export function encodeAnswer(
  result: AnswerResult,
  resultBudget: ResultBudget,
  isMutation: boolean,
): Eventually<EncodedAnswer> {
  const isInPieces = Boolean(result.data) && resultBudget.isSplit() && !resultBudget.excess();
  if (isInPieces) return encodeInPieces(result, resultBudget, isMutation);
  return encodeAtOnce(result, findExcess(result, resultBudget, isMutation));
}

function encodeAtOnce(result: AnswerResult, excess: GraphQLFormattedError | undefined): EncodedAnswer {
  return { body: `${JSON.stringify(inOrder(excess ? { errors: [excess] } : result))}\n`, excess };
}

/** The order of members is Apollo Server's. */
function inOrder({ errors, data, extensions }: AnswerResult): object {
  return { errors, data, extensions };
}

function encodeInPieces(
  result: AnswerResult,
  resultBudget: ResultBudget,
  isMutation: boolean,
): Eventually<EncodedAnswer> {
  const parts: Buffer[] = [];
  let text = '';
  const flush = (): void => {
    const part = encodeUtf8(text);
    resultBudget.takeBytes(part.length);
    parts.push(part);
    text = '';
  };
  const add = (json: string): void => {
    text += json;
    if (text.length >= CHARACTERS_OF_A_PART) flush();
  };
  // The text of what would be too much is not made.
  const toJson = (value: unknown): string => {
    resultBudget.checkBytes(value);
    return resultBudget.excess() ? '' : JSON.stringify(value);
  };
  const writing = writeJson(inOrder(result), LEVELS_OF_LISTS, { add, toJson });
  const goOn = (): Eventually<EncodedAnswer> => {
    while (!writing.next().done && !resultBudget.excess())
      if (resultBudget.isLong() && isYieldDue()) return yieldToEventLoop().then(goOn);
    flush();
    const excess = describeExcess(resultBudget, isMutation);
    return excess ? encodeAtOnce(result, excess) : { body: [...parts, LINE_FEED], excess };
  };
  return goOn();
}

interface JsonOutput {
  readonly add: (json: string) => void;
  readonly toJson: (value: unknown) => string;
}

/** Writes as JSON.stringify does, and pauses after each member of an object and some rows of a list. */
function* writeJson(value: unknown, levels: number, { add, toJson }: JsonOutput): Generator<undefined, void> {
  if (levels > 0 && Array.isArray(value) && value.length > ROWS_OF_A_PIECE) {
    for (let at = 0; at < value.length; at += ROWS_OF_A_PIECE) {
      add(`${at === 0 ? '[' : ','}${toJson(value.slice(at, at + ROWS_OF_A_PIECE)).slice(1, -1)}`);
      yield;
    }
    add(']');
  } else if (levels > 0 && isRecord(value) && !('toJSON' in value)) {
    let separator = '';
    add('{');
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      add(`${separator}${JSON.stringify(name)}:`);
      separator = ',';
      yield* writeJson(member, levels - 1, { add, toJson });
    }
    add('}');
  } else {
    add(toJson(value));
    yield;
  }
}
