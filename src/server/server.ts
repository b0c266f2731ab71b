import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { GraphQLSchema } from 'graphql';

import type { Context } from '../graph/request/context.js';
import { LOCAL_PRINCIPAL, type Principal } from '../graph/request/principal.js';
import type { OperationLimits } from '../graph/cost/limits.js';
import type { Planner } from '../graph/cost/planner.js';
import type { OpenUpstream } from '../graph/ports/open-upstream.js';
import type { UpstreamValue } from '../graph/ports/upstream-value.js';
import { RenewedSet } from '../transport/renewed.js';
import type { CallOptions } from '../transport/exchange.js';
import { authenticateLocally, type Authenticate } from './auth/authenticate.js';
import { createCredentialReader } from './auth/caller-credentials.js';
import { createApollo } from './apollo.js';
import { createCors, type CorsOptions } from './cors.js';
import { openDocuments } from './documents/open-documents.js';
import type { TrustedDocumentsOptions } from './documents/trusted-documents.js';
import { sendExplorer } from './explorer.js';
import { createGraphiQLHandler } from './graphiql.js';
import { createGraphQLHandler } from './graphql.js';
import { createHostCheck } from './host-check.js';
import { isUpload, routeRequest, type Handlers } from './router.js';
import { listen, urlOf } from './listen.js';
import { endWithConnection } from './queued-responses.js';
import { createReadiness } from './readiness.js';
import type { Scrubber } from './log.js';
import { answerMalformedRequests } from './malformed.js';
import { createMediaHandler, type MediaService } from './media.js';
import { createBodyTimeouts, limitIdleUpload } from './body-timeout.js';
import { sendError } from './respond.js';
import { normalizeTarget } from './request-target.js';
import { ServedResponse } from './served-response.js';
import { createWatch, type WatchOptions } from './watch.js';

/** What is served: a schema and a fresh context for each request. */
export interface ServedGateway {
  readonly schema: GraphQLSchema;
  /** Plans the upstream requests of an operation, before anything is sent. */
  readonly plannerFor: (principal: Principal) => Planner;
  /** How much one operation may ask for. */
  readonly limits: OperationLimits;
  /** `origin`: the origin by which the client reached this server, for URLs in answers. */
  readonly contextFor: (principal: Principal, callOptions: CallOptions, origin: string) => Context;
  readonly media: MediaService;
  readonly upstreams: ReadonlyArray<
    Pick<OpenUpstream, 'name' | 'callerAccounts'> & { readonly value: Pick<UpstreamValue, 'health' | 'provider'> }
  >;
  /** Frees memory; what was dropped is read anew. */
  readonly dropCaches: () => void;
  readonly close: () => Promise<void>;
}

/** What may be replaced while the server runs. */
export type ReplaceableOptions = Pick<ServerOptions, 'publicUrl' | 'authenticate' | 'cors' | 'introspection' | 'gate'>;

export interface ServerOptions extends WatchOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The URL by which clients reach it, if it differs from the listening address. */
  readonly publicUrl?: string | undefined;
  /** Finds out who asks; undefined: there is no log-in, and everyone who reaches the server may do everything. */
  readonly authenticate?: Authenticate | undefined;
  /** Removes known credentials from texts. */
  readonly scrub: Scrubber;
  readonly timeouts?: Timeouts;
  /** Whether the schema describes itself to clients, with pages to explore it; default: yes. */
  readonly introspection?: boolean | undefined;
  /** After which use of an operation the lane answers; 0: never, and graphql-js executes all; 1: at once, which tests want; default: 2. */
  readonly compileAtUse?: number | undefined;
  /** Which web pages of other origins may ask; default: none. */
  readonly cors?: CorsOptions | undefined;
  /** Documents that may be asked for by their ids; default: none but those that callers register. */
  readonly documents?: TrustedDocumentsOptions | undefined;
}

/** How long a client may take, in milliseconds. */
export interface Timeouts {
  readonly headersMs: number;
  /** For a whole GraphQL request, headers and body. */
  readonly requestMs: number;
  /** For the longest pause in the transfer of a file, in either direction, and in reading an answer. */
  readonly idleMs: number;
  /** How often connections are checked. */
  readonly checkIntervalMs: number;
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Accepts no more requests, lets those in flight finish for so long (30 s), then closes the gateway. */
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Serves another gateway from now on; resolves when the last request of the one before has ended. */
  readonly replace: (gateway: ServedGateway, options: ReplaceableOptions) => Promise<void>;
}

/** A gateway with what serves it. */
interface Serving {
  readonly gateway: ServedGateway;
  readonly authenticate: Authenticate;
  readonly apollo: ReturnType<typeof createApollo>['apollo'];
  readonly handlers: Handlers;
  readonly activeRequests: RenewedSet<Promise<void>>;
}

const TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 30_000, idleMs: 60_000, checkIntervalMs: 2000 };
const MAX_CONNECTIONS = 10_000;
/** Far below the number from which on Node drops some without a word. */
const MAX_HEADERS = 200;
const GRACE_MS = 30_000;
/** How often an operation has to be asked for before remembering it pays. */
const COMPILE_AT_USE = 2;
/** After the grace period, upstream calls without a waiting client get this long. */
const CLOSE_GRACE_MS = 2000;

/** Serves a gateway over HTTP; rejects when it cannot listen, or with a DocumentError. */
export async function startServer(gateway: ServedGateway, options: ServerOptions): Promise<RunningServer> {
  const { log, scrub, timeouts = TIMEOUTS, compileAtUse = COMPILE_AT_USE } = options;
  // Whoever sees fewer upstreams needs fewer requests.
  const checks = { ...gateway, planner: gateway.plannerFor(LOCAL_PRINCIPAL) };
  const { resolveRequest, storedOnlyPage } = await openDocuments(options.documents, checks);
  const openResponses = new RenewedSet<ServedResponse>();
  const bodyTimeouts = createBodyTimeouts(openResponses, {
    totalMs: timeouts.requestMs,
    checkIntervalMs: timeouts.checkIntervalMs,
  });
  const replacements = new Set<Promise<void>>();
  let shutdown: Promise<void> | undefined;
  const watch = createWatch(
    { ...options, authenticate: (request) => serving.authenticate(request) },
    {
      upstreams: () => serving.gateway.upstreams,
      dropCaches: () => {
        serving.gateway.dropCaches();
      },
    },
  );
  const serve = async (served: ServedGateway, replaceable: ReplaceableOptions): Promise<Serving> => {
    const { introspection = true, authenticate = authenticateLocally, publicUrl, cors } = replaceable;
    const { apollo, lane } = createApollo(served, { log, scrub, introspection, watch, compileAtUse });
    await apollo.start();
    const readCredentials = createCredentialReader(served.upstreams);
    const handlers = {
      graphql: createGraphQLHandler({ apollo, lane }, served.contextFor, {
        ...{ authenticate, readCredentials, resolveRequest },
        ...{ observe: watch.observe, gate: watch.gate() },
      }),
      // A page about a schema that does not describe itself would be empty.
      explorer: introspection ? (storedOnlyPage ?? sendExplorer) : undefined,
      graphiql: introspection && !storedOnlyPage ? createGraphiQLHandler() : undefined,
      media: createMediaHandler(served.media, readCredentials, timeouts.idleMs),
      readiness: createReadiness(served.upstreams, authenticate),
      isDraining: () => shutdown !== undefined,
      servesHost: createHostCheck(options.host, publicUrl),
      allowOrigin: cors && createCors(cors),
      metrics: watch.answerMetrics,
    };
    return { gateway: served, authenticate, apollo, handlers, activeRequests: new RenewedSet() };
  };
  let serving = await serve(gateway, options);
  const server = createServer(
    {
      ServerResponse: ServedResponse,
      headersTimeout: timeouts.headersMs,
      // Limits of bodies are our own: see createBodyTimeouts.
      requestTimeout: 0,
      // Node would refuse a request without Host and say nothing: see normalizeTarget.
      requireHostHeader: false,
      connectionsCheckingInterval: timeouts.checkIntervalMs,
    },
    (request, response) => {
      endWithConnection(response, request.socket);
      openResponses.add(response);
      response.atClose(() => {
        openResponses.delete(response);
        bodyTimeouts.watchRest(response);
      });
      response.idleMs = timeouts.idleMs;
      if (shutdown) response.setHeader('connection', 'close');
      if (request.rawHeaders.length > 2 * MAX_HEADERS) {
        response.setHeader('connection', 'close');
        sendError(response, 431, 'BAD_REQUEST', `A request has at most ${MAX_HEADERS} headers.`);
        return;
      }
      if (!normalizeTarget(request)) {
        sendError(response, 400, 'BAD_REQUEST', 'The target of the request is no URL, or it names no host.');
        return;
      }
      if (isUpload(request)) limitIdleUpload(request, response, timeouts.idleMs);
      const { handlers, activeRequests } = serving;
      const work = routeRequest(request, response, handlers).catch((error: unknown) => {
        // A request whose body was read to its end is destroyed, too, and its client waits.
        if (response.destroyed || (request.destroyed && !request.complete)) return;
        const requestId = randomUUID();
        log.error({ requestId, error }, 'internal error');
        sendError(response, 500, 'INTERNAL', `Internal error; quote request id ${requestId}`);
      });
      activeRequests.add(work);
      void work.finally(() => activeRequests.delete(work));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  answerMalformedRequests(server);
  await Promise.all([
    listen(server, options),
    watch.listen(options.host, (host) => serving.handlers.servesHost(host)),
  ]).catch(async (error: unknown) => {
    watch.close();
    bodyTimeouts.stop();
    server.close();
    await Promise.all([serving.apollo.stop(), serving.gateway.close()]);
    throw error;
  });

  async function drain(graceMs: number): Promise<void> {
    // A connection that stays open after its answer would prevent the server from closing.
    for (const response of openResponses) if (!response.headersSent) response.setHeader('connection', 'close');
    const serverClosed = new Promise((resolve) => server.close(resolve));
    const graceController = new AbortController();
    const graceEnd = sleep(graceMs, undefined, { signal: graceController.signal })
      .catch(() => undefined)
      .then(() => {
        server.closeAllConnections();
      });
    await serverClosed;
    // A write continues after its client has disconnected, and then has no connection to wait for.
    await Promise.race([Promise.allSettled([...serving.activeRequests, ...replacements]), graceEnd]);
    graceController.abort();
    bodyTimeouts.stop();
    watch.close();
    await serving.apollo.stop();
    await Promise.race([serving.gateway.close(), sleep(CLOSE_GRACE_MS, undefined, { ref: false })]);
  }

  const replace = async (next: ServedGateway, replaceable: ReplaceableOptions): Promise<void> => {
    const former = serving;
    watch.replaceGate(replaceable.gate);
    // No request is dropped: those that have begun end on the gateway that they began on.
    serving = await serve(next, replaceable);
    const ended = Promise.allSettled(former.activeRequests).then(() => former.apollo.stop());
    replacements.add(ended);
    await ended.finally(() => replacements.delete(ended));
  };

  return { url: urlOf(server, options.host), stop: (graceMs = GRACE_MS) => (shutdown ??= drain(graceMs)), replace };
}
