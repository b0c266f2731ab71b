import { graphql, type GraphQLSchema } from 'graphql';

import type { ServerConfig, UpstreamConfig } from '../../src/config/config.js';
import { createGateway, type RunningGateway, type GatewayOptions } from '../../src/gateway.js';
import { DEFAULT_LOCALE } from '../../src/graph/values/collation.js';
import { DEFAULT_OPERATION_LIMITS, type OperationLimits } from '../../src/graph/cost/limits.js';
import { DEFAULT_SHARED_VALUE_RULES, type SharedValueRules } from '../../src/graph/person/shared-values.js';
import type { Provider } from '../../src/graph/ports/provider.js';
import { LOCAL_PRINCIPAL } from '../../src/graph/request/principal.js';
import { createSchema } from '../../src/graph/schema.js';
import './load-providers.js';
import type { FactStore } from '../../src/operations/facts.js';
import { createMemoryStore } from '../../src/operations/memory-store.js';
import type { Attempt } from '../../src/transport/exchange.js';
import { copyAttempt } from '../../src/transport/trace.js';

/** One upstream for a test: where it is, and what its provider's own `settings` read. */
export interface TestUpstream {
  readonly provider: Provider;
  /** Default: the provider's name. */
  readonly name?: string;
  readonly baseUrl: string;
  /** As in a config file: `auth`, `format`, `domains` … */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The header in which callers bring credentials of their own; `settings` then have any. */
  readonly callerHeader?: string | undefined;
  readonly timeoutMs?: number;
  readonly retry?: UpstreamConfig['retry'];
  readonly concurrency?: number;
  readonly pipelining?: number;
  /** Default 0: tests count requests. */
  readonly cacheMs?: number;
  readonly defaultCountry?: UpstreamConfig['defaultCountry'];
}

export interface Answer {
  // A test knows what it asked for; vitest's matchers check the shape.
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: ReadonlyArray<{
    readonly message: string;
    readonly path: ReadonlyArray<string | number> | undefined;
    readonly extensions: Readonly<Record<string, unknown>>;
  }>;
  /** What went to the wire for it. */
  readonly attempts: readonly Attempt[];
}

export interface TestGateway extends RunningGateway {
  readonly ask: (document: string, variables?: Record<string, unknown>, signal?: AbortSignal) => Promise<Answer>;
}

/** The server part of a config, for tests that serve nothing. */
export const TEST_SERVER: ServerConfig = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: undefined,
  // Fixed, so that one gateway of a test serves what another has signed.
  mediaSecret: 'a secret of the tests, of 32 letters or more',
  maxUploadBytes: 512 * 1024 * 1024,
};

export interface TestOptions extends Pick<GatewayOptions, 'store' | 'warn' | 'learned' | 'now'> {
  /** Whether servers must prove how they compare; by default all are known to take both cases for the same. */
  readonly proving?: boolean;
  /** Whether writes need a key. */
  readonly required?: boolean;
  /** Whose order lists have. */
  readonly locale?: string;
  readonly budget?: { readonly requests: number; readonly perUpstream: number };
  readonly limits?: OperationLimits;
  /** Spans for what is sent. */
  readonly tracing?: ServerConfig['tracing'];
}

const PROVED: FactStore = { get: async () => ({ value: 'alike', expiresAt: Infinity }), put: async () => undefined };
const BOUNDLESS = { requests: Infinity, perUpstream: Infinity };

/** A gateway over these upstreams, asked with GraphQL; `people`: what does not make two contacts one person. */
export function startGateway(
  upstreams: readonly TestUpstream[],
  people: SharedValueRules = DEFAULT_SHARED_VALUE_RULES,
  {
    required = false,
    budget = BOUNDLESS,
    limits = DEFAULT_OPERATION_LIMITS,
    locale = DEFAULT_LOCALE,
    proving = false,
    store = createMemoryStore(),
    tracing,
    ...options
  }: TestOptions = {},
): TestGateway {
  const providers = [...new Set(upstreams.map(({ provider }) => provider))];
  const gateway = createGateway(
    {
      server: { ...TEST_SERVER, tracing },
      budget: { requests: budget.requests },
      limits,
      locale,
      people,
      idempotency: { required, directory: undefined, redis: undefined },
      upstreams: upstreams.map((upstream): UpstreamConfig => {
        const url = new URL(upstream.baseUrl);
        return {
          name: upstream.name ?? upstream.provider.name,
          provider: upstream.provider.name,
          origin: url.origin,
          basePath: url.pathname.replace(/\/$/, ''),
          timeoutMs: upstream.timeoutMs ?? 5_000,
          retry: upstream.retry ?? {},
          concurrency: upstream.concurrency ?? 16,
          pipelining: upstream.pipelining ?? 1,
          cacheMs: upstream.cacheMs ?? 0,
          budget: budget.perUpstream,
          defaultCountry: 'defaultCountry' in upstream ? upstream.defaultCountry : 'PL',
          settings: upstream.provider.settings.parse(upstream.settings),
          callerHeader: upstream.callerHeader,
        };
      }),
    },
    providers,
    { schema: schemaOf(providers), store: proving ? store : { ...store, facts: PROVED }, ...options },
  );
  return {
    ...gateway,
    ask: async (source, variableValues = {}, signal) => {
      if (!proving) await Promise.all(gateway.upstreams.map(({ proofs }) => proofs.loadStored()));
      const attempts: Attempt[] = [];
      const onAttempt = (attempt: Attempt): void => void attempts.push(copyAttempt(attempt));
      const contextValue = gateway.contextFor(
        LOCAL_PRINCIPAL,
        { ...(signal ? { signal } : {}), onAttempt },
        'http://test',
      );
      const { data, errors = [] } = await graphql({ schema: gateway.schema, source, variableValues, contextValue });
      return {
        // Through JSON, as a client gets it.
        data: JSON.parse(JSON.stringify(data ?? null)) as Answer['data'],
        errors: [...errors, ...contextValue.failures.errors()].map(({ message, path, extensions }) => ({
          message,
          path,
          extensions,
        })),
        attempts,
      };
    },
  };
}

const schemas = new Map<string, GraphQLSchema>();

/** Building a schema takes longer than most tests: one for each set of providers. */
function schemaOf(providers: readonly Provider[]): GraphQLSchema {
  const key = providers.map(({ name }) => name).join();
  const schema = schemas.get(key) ?? createSchema(providers);
  schemas.set(key, schema);
  return schema;
}
