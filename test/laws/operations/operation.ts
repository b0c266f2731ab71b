/** One operation of a provider's document and the field of the graph that reaches it. */
export interface Operation {
  readonly provider: string;
  readonly method: string;
  /** As the document writes it, with `{names}`. */
  readonly path: string;
  readonly does: string;
  readonly effect: 'reads' | 'writes';
  /** `Type.field`. */
  readonly field: string;
  /** Whether a request of the ledger is this operation. */
  readonly fits: (request: { readonly method: string; readonly path: string }) => boolean;
}

/** Reads a table: `METHOD path | what it does | reads or writes | field`, one operation a line. */
export function operationsOf(provider: string, table: string, basePath = ''): Operation[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [call = '', does = '', effect, field = ''] = line.split('|').map((cell) => cell.trim());
      const [method = '', path = ''] = call.split(' ');
      if (effect !== 'reads' && effect !== 'writes') throw new Error(`not an operation: ${line}`);
      const pattern = new RegExp(
        `^${basePath}${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '(?!sample/)[^/]+')}/?(\\.json)?$`,
      );
      const fits: Operation['fits'] = (request) => request.method === method && pattern.test(request.path);
      return { provider, method, path, does, effect, field, fits };
    });
}
