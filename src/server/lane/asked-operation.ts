import { isRecord } from '../documents/stored-document.js';

/** What the body of a request asks for. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = {};

/** Reads the body of a POST; undefined where anything is unusual, for Apollo Server to say what is wrong, if it is. */
export function readAskedOperation(body: unknown): AskedOperation | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName = null, variables = null, extensions = null } = body;
  const isUsual =
    typeof query === 'string' &&
    (operationName === null || typeof operationName === 'string') &&
    (variables === null || isRecord(variables)) &&
    (extensions === null || isRecord(extensions));
  if (!isUsual) return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? NO_VARIABLES };
}
