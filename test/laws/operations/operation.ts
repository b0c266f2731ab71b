/** A request as an emulator's ledger has it. */
export interface Received {
  readonly provider: string;
  readonly method: string;
  readonly path: string;
}

/** One operation of a provider's document and the field of the graph that reaches it. */
export interface Operation {
  readonly provider: string;
  /** As the document writes it, with `{names}`. */
  readonly call: string;
  /** What is sent in its place, written alike, where real servers have no such call or nobody knows its body. */
  readonly sentAs: string | undefined;
  readonly does: string;
  readonly effect: 'reads' | 'writes';
  /** `Type.field`. */
  readonly field: string;
  /** Whether a request of the ledger is this operation. */
  readonly fits: (request: Pick<Received, 'method' | 'path'>) => boolean;
}

/** Reads a table: `METHOD path => METHOD path | what it does | reads or writes | field`, one operation a line. */
export function operationsOf(provider: string, table: string, basePath = ''): Operation[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [calls = '', does = '', effect, field = ''] = line.split('|').map((cell) => cell.trim());
      const [call = '', sentAs] = calls.split(' => ');
      if (effect !== 'reads' && effect !== 'writes') throw new Error(`not an operation: ${line}`);
      const [method, path = ''] = (sentAs ?? call).split(' ');
      const pattern = new RegExp(
        `^${basePath}${path.replace(/[.$]/g, '\\$&').replace(/\{\w+\}/g, '(?!sample/)[^/]+')}/?(\\.json)?$`,
      );
      const fits: Operation['fits'] = (request) => request.method === method && pattern.test(request.path);
      return { provider, call, sentAs, does, effect, field, fits };
    });
}

/** Whether one of these requests is the operation. */
export function isReached(operation: Operation, requests: readonly Received[]): boolean {
  return requests.some((request) => request.provider === operation.provider && operation.fits(request));
}
