import type { IncomingMessage } from 'node:http';

import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';

import type { Context } from '../graph/request/context.js';
import type { Principal } from '../graph/request/principal.js';
import type { CallOptions } from '../transport/exchange.js';
import type { Authenticate } from './auth/authenticate.js';
import { isRefusal, type ReadCallerCredentials } from './auth/caller-credentials.js';
import { refuseCaller } from './auth/refuse-caller.js';
import { readBody } from './body.js';
import type { ResolveRequest } from './documents/asked-request.js';
import type { Gate } from './gate/gate.js';
import { refuseEntry } from './gate/refuse.js';
import type { AnswerInLane, Lane } from './lane/lane.js';
import { encodeLongAnswer } from './long-answer-plugin.js';
import type { Watch } from './watch.js';
import { createServedRequest, type ServedContext } from './served-request.js';
import type { ServedResponse } from './served-response.js';
import { refuseBody, sendResponse, sendError, toErrorBody } from './respond.js';
import { awaitTurn } from './turns.js';

export interface GraphQLHandlerOptions extends Pick<Watch, 'observe'> {
  readonly gate: Gate;
  readonly authenticate: Authenticate;
  /** Undefined where no upstream takes credentials of callers. */
  readonly readCredentials: ReadCallerCredentials | undefined;
  readonly resolveRequest: ResolveRequest;
}

/** Answers GraphQL over HTTP: POST with JSON, and GET for queries. */
export function createGraphQLHandler(
  { apollo, lane }: { readonly apollo: ApolloServer<ServedContext>; readonly lane: Lane | undefined },
  contextFor: (principal: Principal, callOptions: CallOptions, origin: string) => Context,
  { authenticate, readCredentials, resolveRequest, gate, observe }: GraphQLHandlerOptions,
): (request: IncomingMessage, response: ServedResponse, search: string) => Promise<void> {
  return async (incoming, response, search) => {
    const observation = observe?.(incoming, response);
    const pending = authenticate(incoming);
    const authentication = pending instanceof Promise ? await pending : pending;
    if (authentication.is === 'refused') {
      refuseCaller(incoming, response, authentication);
      return;
    }
    const credentials = readCredentials?.(incoming);
    if (isRefusal(credentials)) {
      refuseCaller(incoming, response, credentials);
      return;
    }
    const principal = credentials ? { ...authentication.principal, credentials } : authentication.principal;
    const request = createServedRequest(incoming, response, principal, observation);
    response.requestId = request.id;
    const entry = gate.enter(principal);
    const refusal = entry instanceof Promise ? await entry : entry;
    if (refusal) {
      refuseEntry(incoming, response, refusal);
      return;
    }
    // An answer counts until it was taken: until then it takes memory.
    response.atClose(gate.leave);
    const body = await readBody(incoming);
    if (body.kind === 'refused') {
      const { status, message, code = 'BAD_REQUEST' } = body;
      if (status === 413) refuseBody(incoming, response, 413, toErrorBody(code, message));
      else sendError(response, status, code, message);
      return;
    }
    const turn = awaitTurn();
    if (turn) {
      await turn;
      if (response.isOver) return;
    }
    const { method = 'GET' } = incoming;
    const asked = { method, search, body: body.kind === 'json' ? body.value : undefined };
    const resolved = resolveRequest(asked, principal.name);
    if (resolved.is === 'refused') {
      sendError(response, resolved.status, resolved.code, resolved.message);
      return;
    }
    // The same object and not a copy: a mutation puts fresh loaders into it.
    const createContext = (): ServedContext =>
      Object.assign(contextFor(principal, request.callOptions, originOf(incoming)), {
        request,
        registerDocument: resolved.register,
      });
    const { accept } = incoming.headers;
    const askApollo = async (context: ServedContext): Promise<HTTPGraphQLResponse> => {
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers: toHeaderMap(incoming), search: resolved.search, body: resolved.body },
        context: async () => context,
      });
      const contentType = answer.headers.get('content-type');
      if (contentType !== undefined && (answer.status ?? 200) === 200) lane?.contentTypes.learn(accept, contentType);
      return answer;
    };
    if (lane && body.kind === 'json' && !request.isPlanOnly && !resolved.register) {
      const prepare = (): AnswerInLane | undefined => lane.prepare(resolved.body, principal, accept);
      let prepared = prepare();
      if (!prepared && lane.learnsBeforeUse) {
        await askApollo({ ...createContext(), request: { ...request, isPlanOnly: true, observation: undefined } });
        prepared = prepare();
      }
      const quickAnswer = await prepared?.(createContext());
      if (quickAnswer) {
        const { status, contentType, body: answerBody } = quickAnswer;
        sendResponse(response, status, { 'content-type': contentType, 'cache-control': 'no-store' }, answerBody);
        return;
      }
    }
    const context = createContext();
    const answer = await askApollo(context);
    const { status = 200 } = answer;
    const encoded = (await encodeLongAnswer(context, status)) ?? { status, body: await bodyTextOf(answer.body) };
    // Answers contain personal data, so no cache on the way may keep them.
    const headers = { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store' };
    sendResponse(response, encoded.status, headers, encoded.body);
  };
}

type AnswerBody = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>['body'];

async function bodyTextOf(body: AnswerBody): Promise<string> {
  if (body.kind === 'complete') return body.string;
  let text = '';
  for await (const chunk of body.asyncIterator) text += chunk;
  return text;
}

/**
 * The origin by which the client reached this server. The header is from the client and is used only in answers to that
 * client.
 */
function originOf({ headers }: IncomingMessage): string {
  const { host = '' } = headers;
  if (host !== latest.host) {
    const origin = `http://${host}`;
    const isOrigin = /^[\w.:[\]-]+$/.test(host) && URL.canParse(origin);
    latest = { host, origin: isOrigin ? origin : 'http://localhost' };
  }
  return latest.origin;
}

/** Nearly all requests name the same host. */
let latest = { host: '', origin: 'http://localhost' };

function toHeaderMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
