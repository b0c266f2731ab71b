import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import type { GraphQLSchema } from 'graphql';

import type { Config, UpstreamConfig } from './config/config.js';
import { ListReads } from './graph/request/list-reads.js';
import { createCollation } from './graph/values/collation.js';
import type { Context } from './graph/request/context.js';
import { createCostHistory, type CostHistory } from './graph/cost/cost-history.js';
import type { OperationLimits } from './graph/cost/limits.js';
import { createMeasuredRuns } from './graph/cost/measured-runs.js';
import { createPlanner, type Planner } from './graph/cost/planner.js';
import { createRequestAllowance } from './graph/request/request-allowance.js';
import { createResultBudget } from './graph/request/result-budget.js';
import { createFailureCollector } from './graph/request/failures.js';
import type { Principal } from './graph/request/principal.js';
import { createViews } from './graph/request/views.js';
import { decodeId } from './graph/values/id.js';
import { createReconciler } from './graph/mutations/reconciler.js';
import { createLinkageRules } from './graph/person/linkage-rules.js';
import { createImportRunner } from './graph/media/import-once.js';
import type { Provider } from './graph/ports/provider.js';
import { createSchema } from './graph/schema.js';
import { createWriteExecutor, type WriteExecutorOptions } from './operations/write-executor.js';
import { createMemoryStore } from './operations/memory-store.js';
import type { OperationStore } from './operations/store.js';
import type { CallOptions } from './transport/exchange.js';
import type { OpenUpstream } from './graph/ports/open-upstream.js';
import type { ListSizes } from './graph/ports/list-sizes.js';
import { asSeenWith, createCallerViews, sizesOf } from './gateway/caller-views.js';
import { createMediaAccess, type MediaAccess } from './gateway/media-access.js';
import { openUpstream } from './gateway/open-upstream.js';
import { FIELD_COSTS } from './graph/registry/field-costs.js';
import { createLoaders } from './graph/registry/loaders.js';
import { createMediaSigner } from './graph/media/signer.js';

/** Everything plugged together: a schema, and a fresh context for each request. */
export interface RunningGateway {
  readonly schema: GraphQLSchema;
  readonly upstreams: readonly OpenUpstream[];
  /** Plans the upstream requests of an operation, before anything is sent. */
  readonly planner: Planner;
  /** The same, as if only the upstreams of this principal were configured. */
  readonly plannerFor: (principal: Principal) => Planner;
  /** How much one operation may ask for. */
  readonly limits: OperationLimits;
  /** `origin`: how the client reached us, for URLs in answers; the config's `publicUrl` wins. */
  readonly contextFor: (principal: Principal, callOptions: CallOptions, origin: string) => Context;
  readonly media: MediaAccess;
  /** Frees memory; what was dropped is read anew. */
  readonly dropCaches: () => void;
  /** What a gateway that takes its place goes on with. */
  readonly inheritance: Inheritance;
  /** Closes it, but neither its store nor the upstreams that its successor has taken over. */
  readonly retire: (successor: Pick<RunningGateway, 'upstreams'>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What differs between callers who see different upstreams. */
interface UpstreamView {
  readonly upstreams: readonly OpenUpstream[];
  readonly sizes: ListSizes;
  readonly planner: Planner;
}

/** What outlives a change of the config. */
export interface Inheritance {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly store: OperationStore;
  readonly history: CostHistory;
  /** Signs media URLs where the config has no secret: those that were signed before stay valid. */
  readonly randomSecret: Buffer;
  readonly upstreams: readonly OpenUpstream[];
}

/** What tests and commands may replace. */
export interface GatewayOptions {
  readonly schema?: GraphQLSchema;
  /** Where writes are stored; default: in memory. The gateway closes it. */
  readonly store?: OperationStore;
  readonly warn?: WriteExecutorOptions['warn'];
  /** Known sizes of lists and costs of operations; default: none until they are read and run. */
  readonly learned?: CostHistory;
  /** The gateway whose place it takes: the store, what was learned and unchanged upstreams go on. */
  readonly predecessor?: Inheritance;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** The one place where all rooms are connected. */
export function createGateway(
  config: Config,
  providers: readonly Provider[],
  {
    predecessor,
    schema = predecessor?.schema ?? createSchema(providers),
    store = predecessor?.store ?? createMemoryStore(),
    warn = () => undefined,
    learned: history = predecessor?.history ?? createCostHistory(),
    now = Date.now,
  }: GatewayOptions = {},
): RunningGateway {
  const { sizes } = history;
  const connectOptions = { proxy: config.proxy, tracing: config.server.tracing };
  const dependencies = { sizes, facts: store.facts, warn, now };
  const upstreams = openUpstreams(config, predecessor, (upstream) =>
    openUpstream(upstream, providers, connectOptions, dependencies),
  );
  const { publicUrl, mediaSecret, maxUploadBytes } = config.server;
  // Without a secret in the config, signed URLs are valid only in the process that signed them.
  const randomSecret = predecessor?.randomSecret ?? randomBytes(32);
  const signer = createMediaSigner(mediaSecret === undefined ? randomSecret : Buffer.from(mediaSecret));
  const contactFilters = providers.flatMap(({ contactFilter }) => contactFilter ?? []);
  const collation = createCollation(config.locale);
  const linkageRules = createLinkageRules(config.people);
  const reconciler = createReconciler(upstreams, asSeenWith);
  const createView = (visible: readonly OpenUpstream[], viewHistory: CostHistory): UpstreamView => ({
    upstreams: visible,
    sizes: viewHistory.sizes,
    planner: createPlanner({
      schema,
      upstreams: visible,
      contactFilters,
      collation,
      fieldCosts: FIELD_COSTS,
      providers,
      history: viewHistory,
      budget: config.budget,
    }),
  });
  const whole = createView(upstreams, history);
  const names = upstreams.map(({ name }) => name);
  // Sizes of lists are by upstream. What an operation took tells of all upstreams that it asked.
  const findSharedView = createViews(whole, names, (isVisible) =>
    createView(
      upstreams.filter(({ name }) => isVisible(name)),
      { sizes, runs: createMeasuredRuns() },
    ),
  );
  const findView = createCallerViews(findSharedView, (visible, accounts) =>
    createView(visible, { sizes: sizesOf(sizes, accounts), runs: createMeasuredRuns() }),
  );
  const writeExecutor = createWriteExecutor({
    store,
    isKeyRequired: config.idempotency.required,
    reconciler: reconciler,
    warn,
  });
  return {
    schema,
    upstreams,
    planner: whole.planner,
    plannerFor: (principal) => findView(principal).planner,
    limits: config.limits,
    contextFor: (principal, callOptions, origin) => {
      const { upstreams: visible, sizes: visibleSizes } = findView(principal);
      const failures = createFailureCollector();
      const { takeRequest } = createRequestAllowance(config.budget.requests);
      const createReaders = () => {
        // A provider may keep what it read for a request by this very object.
        const { name, credentials } = principal;
        const callOptionsCopy = { ...callOptions, principal: name, credentials, takeRequest };
        const listReads = new ListReads();
        return {
          callOptions: callOptionsCopy,
          listReads,
          loaders: createLoaders(
            { upstreams: visible, callOptions: callOptionsCopy, linkageRules, sizes: visibleSizes, listReads },
            failures,
          ),
        };
      };
      const { callOptions: optionsOfReaders, listReads, loaders } = createReaders();
      return {
        upstreams: visible,
        contactFilters,
        collation,
        callOptions: optionsOfReaders,
        listReads,
        loaders,
        principal,
        linkageRules,
        failures,
        sizes: visibleSizes,
        writeExecutor: writeExecutor,
        // Apollo works on a copy of the context, so `this` is the context of the call.
        resetLoaders(this: Context) {
          Object.assign(this, createReaders());
        },
        resultBudget: createResultBudget(config.limits, failures.add),
        notes: { replayed: false },
        mediaUrl: (verb, id) => {
          const { credentials } = principal;
          const { path, expiresAt } = signer.sign(verb, id, credentials?.get(decodeId(id).upstream));
          return { url: `${publicUrl ?? origin}${path}`, expiresAt };
        },
      };
    },
    media: createMediaAccess(upstreams, signer, { maxUploadBytes, importOnce: createImportRunner(writeExecutor) }),
    dropCaches: () => {
      for (const { connection } of upstreams) connection.dropCache?.();
    },
    inheritance: { config, schema, store, history, randomSecret, upstreams },
    retire: async (successor) => {
      writeExecutor.stop();
      const left = upstreams.filter((upstream) => !successor.upstreams.includes(upstream));
      await Promise.all(left.map(({ connection }) => connection.close()));
    },
    close: async () => {
      await writeExecutor.close();
      await Promise.all(upstreams.map(({ connection }) => connection.close()));
    },
  };
}

/**
 * Opens the upstreams of the config, but for those that have not changed. No function in `createGateway` may name the
 * predecessor: what lives as long as a gateway would keep the one before, and so all that ever were.
 */
function openUpstreams(
  config: Config,
  predecessor: Inheritance | undefined,
  open: (upstream: UpstreamConfig) => OpenUpstream,
): readonly OpenUpstream[] {
  return config.upstreams.map((upstream) => findUnchanged(upstream, config, predecessor) ?? open(upstream));
}

/** An upstream of the predecessor whose part of the config is as it was: its connections, tokens and cache stay. */
function findUnchanged(
  upstream: UpstreamConfig,
  { proxy }: Config,
  predecessor: Inheritance | undefined,
): OpenUpstream | undefined {
  if (!predecessor || !isDeepStrictEqual(proxy, predecessor.config.proxy)) return undefined;
  const place = predecessor.config.upstreams.findIndex((each) => isDeepStrictEqual(each, upstream));
  return predecessor.upstreams[place];
}
