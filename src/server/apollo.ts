import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { OperationLimits } from '../graph/cost/limits.js';
import type { Principal } from '../graph/request/principal.js';
import type { Planner } from '../graph/cost/planner.js';
import { MAX_TOKENS } from './document-size.js';
import { createDocumentStore } from './documents/document-store.js';
import { registerPlugin } from './documents/register-plugin.js';
import { explainPlugin } from './explain-plugin.js';
import { failuresPlugin } from './failures-plugin.js';
import { createLane, type Lane } from './lane/lane.js';
import { limitsPlugin } from './limits-plugin.js';
import { longAnswerPlugin } from './long-answer-plugin.js';
import type { Log, Scrubber } from './log.js';
import { createErrorMask } from './error-mask.js';
import { mutationsPlugin } from './mutations-plugin.js';
import { operationKindPlugin } from './operation-kind-plugin.js';
import { planPlugin } from './plan-plugin.js';
import { repetitionRule } from './repetition-rule.js';
import { replayPlugin } from './replay-plugin.js';
import { resultBudgetPlugin } from './result-budget-plugin.js';
import { observePlugin } from './observe/plugin.js';
import type { ServedContext } from './served-request.js';
import type { Watch } from './watch.js';

/** Selections with every fragment expanded: a fragment bomb of 700 bytes has a million of them. */
const MAX_SELECTIONS = 2000;
const MAX_ERRORS = 5;

export interface ApolloOptions {
  readonly log: Log;
  readonly scrub: Scrubber;
  /** Whether the schema describes itself; without it no error message does so either. */
  readonly introspection: boolean;
  /** What every operation passes, and whether somebody is told of it. */
  readonly watch: Pick<Watch, 'gate' | 'observe'>;
  /** After which use of an operation the lane answers; 0: never, and graphql-js executes. */
  readonly compileAtUse: number;
}

/**
 * Apollo Server with settings that depend neither on NODE_ENV nor on other environment variables, and the lane beside it.
 */
export function createApollo(
  {
    schema,
    plannerFor,
    limits,
  }: {
    readonly schema: GraphQLSchema;
    readonly plannerFor: (principal: Principal) => Planner;
    readonly limits: OperationLimits;
  },
  { log, scrub, introspection, watch, compileAtUse }: ApolloOptions,
): { readonly apollo: ApolloServer<ServedContext>; readonly lane: Lane | undefined } {
  const { formatFieldError, ...mask } = createErrorMask({ log, scrub, hidesSchema: !introspection });
  const { charge } = watch.gate();
  const lane =
    compileAtUse > 0 ? createLane({ schema, plannerFor, limits, charge, formatFieldError, compileAtUse }) : undefined;
  const apollo = new ApolloServer<ServedContext>({
    schema,
    nodeEnv: 'production',
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Apollo's own would be one for all callers: see documents/.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    documentStore: createDocumentStore(),
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    maxRecursiveSelections: MAX_SELECTIONS,
    validationRules: [repetitionRule],
    validationOptions: { maxErrors: MAX_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    formatError: mask.formatError,
    logger: log,
    plugins: [
      mask.plugin,
      operationKindPlugin,
      limitsPlugin(limits),
      registerPlugin,
      planPlugin(plannerFor, charge),
      mutationsPlugin,
      failuresPlugin,
      explainPlugin,
      replayPlugin,
      // Last, since it looks at the whole answer.
      resultBudgetPlugin,
      ...(lane ? [lane.plugin] : []),
      // After all others: it tells the errors that the others add.
      ...(watch.observe ? [observePlugin] : []),
      longAnswerPlugin,
      // These plugins wrap the resolver of every field, and no environment variable may turn on reporting.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  return { apollo, lane };
}
