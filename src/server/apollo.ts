import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../graph/cost/limits.js';
import type { Planner } from '../graph/cost/planner.js';
import { explain } from './explain.js';
import { failures } from './failures.js';
import { limiting } from './limits.js';
import type { Log, Scrub } from './log.js';
import { createMask } from './masking.js';
import { mutations } from './mutations.js';
import { operationKind } from './operation-kind.js';
import { planning } from './plan.js';
import { replay } from './replay.js';
import type { ServedContext } from './request.js';

/** Lexical tokens of a document. */
const MOST_TOKENS = 2000;
/** Selections with every fragment laid out: a fragment bomb has 700 bytes and a million of these. */
const MOST_SELECTIONS = 2000;
const MOST_ERRORS = 10;

/** Apollo Server with the settings that do not depend on NODE_ENV or on what else is in the environment. */
export function createApollo(
  { schema, planner, limits }: { readonly schema: GraphQLSchema; readonly planner: Planner; readonly limits: Limits },
  log: Log,
  scrub: Scrub,
): ApolloServer<ServedContext> {
  const mask = createMask(log, scrub);
  return new ApolloServer<ServedContext>({
    schema,
    nodeEnv: 'production',
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    maxRecursiveSelections: MOST_SELECTIONS,
    validationOptions: { maxErrors: MOST_ERRORS },
    executionOptions: { maxCoercionErrors: MOST_ERRORS },
    formatError: mask.formatError,
    logger: log,
    plugins: [
      mask.plugin,
      operationKind,
      limiting(limits),
      planning(planner),
      mutations,
      failures,
      explain,
      replay,
      // It wraps the resolver of every field; and nothing is reported to anybody because of an environment variable.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}
