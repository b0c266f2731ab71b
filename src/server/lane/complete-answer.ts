import type { ExecutionResult, OperationDefinitionNode } from 'graphql';

import { isPromiseLike, type Eventually } from '../../executor/execution.js';
import type { Planner } from '../../graph/cost/planner.js';
import type { FormatFieldError } from '../error-mask.js';
import { encodeAnswer, type AnswerBody, type EncodedAnswer } from '../encode-answer.js';
import { addExplanation } from '../explain-plugin.js';
import { addFailures } from '../failures-plugin.js';
import { noteOperation } from '../observe/plugin.js';
import { recordRun } from '../plan-plugin.js';
import { addReplayMark } from '../replay-plugin.js';
import type { ServedContext, AnswerResult } from '../served-request.js';
import type { AskedOperation } from './asked-operation.js';
import { formatErrors } from './format-errors.js';

/** A whole answer of HTTP. */
export interface LaneAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: AnswerBody;
}

interface Answered {
  readonly operation: OperationDefinitionNode;
  readonly isMutation: boolean;
  readonly asked: AskedOperation;
  readonly planner: Planner;
  readonly contentType: string;
  readonly formatFieldError: FormatFieldError;
}

/** Makes an answer of a result: what Apollo Server's plugins do at the end, in their order. */
export function completeAnswer(
  { data = null, errors }: ExecutionResult,
  context: ServedContext,
  { operation, isMutation, asked, planner, contentType, formatFieldError }: Answered,
): Eventually<LaneAnswer> {
  const { request } = context;
  let status = 200;
  const result: AnswerResult = {};
  if (errors) {
    const fieldErrors = formatErrors(errors, request, formatFieldError);
    result.errors = fieldErrors.formatted;
    status = fieldErrors.status ?? status;
  } else if (!isMutation) recordRun(planner, asked, request);
  result.data = data;
  addFailures(result, context);
  addExplanation(result, request);
  addReplayMark(result, context);
  const toAnswer = ({ body, excess }: EncodedAnswer): LaneAnswer => {
    noteOperation(request, operation, excess ? [excess] : result.errors);
    return { status: excess && !isMutation ? 400 : status, contentType, body };
  };
  const encoded = encodeAnswer(result, context.resultBudget, isMutation);
  return isPromiseLike(encoded) ? encoded.then(toAnswer) : toAnswer(encoded);
}
