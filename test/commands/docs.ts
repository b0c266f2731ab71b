import { blocksOf } from '../support/markdown.js';

/** One HTTP request, as a line of curl or a GraphQL block asks for it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A request of a page, and the answer that it shows where it shows one. */
export interface Scene {
  readonly asked: Asked;
  shown: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The requests that a page shows, in its order: what is in `graphql` blocks is sent to `graphqlUrl`. */
export function scenesOf(page: string, graphqlUrl: string): Scene[] {
  const scenes: Scene[] = [];
  for (const { language, text } of blocksOf(page)) {
    if (language === 'graphql') {
      const body = JSON.stringify({ query: text });
      scenes.push({ asked: { method: 'POST', url: graphqlUrl, headers: JSON_TYPE, body }, shown: undefined });
    }
    if (language === 'sh') {
      scenes.push(...curlsOf(text).map((asked): Scene => ({ asked, shown: undefined })));
    }
    const last = scenes.at(-1);
    if (language === 'js' && last) last.shown = JSON.parse(text.replace(/(^ *| )\/\/ .*$/gm, '')) as unknown;
  }
  return scenes;
}

function curlsOf(shell: string): Asked[] {
  const lines = shell.replace(/\\\n/g, '').split('\n');
  return lines.filter((line) => line.startsWith('curl ')).map(readCurl);
}

function readCurl(line: string): Asked {
  const words = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''));
  const after = (flag: string): string[] => words.filter((_, index) => words[index - 1] === flag);
  const [body] = after('-d');
  return {
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    url: words.find((word) => word.startsWith('http://')) ?? '',
    headers: Object.fromEntries(after('-H').map(readHeader)),
    body,
  };
}

function readHeader(header: string): [name: string, value: string] {
  const [name = '', value = ''] = header.split(': ');
  return [name, value];
}

/** Where the real answer lacks what is shown, as paths; a shown list may leave rows out, but keeps their order. */
export function lacks(real: unknown, shown: unknown, path = ''): string[] {
  if (path.endsWith('.elapsedMs')) return typeof real === 'number' ? [] : [path];
  if (typeof shown !== 'object' || shown === null) return real === shown ? [] : [path];
  if (Array.isArray(shown)) return Array.isArray(real) ? lacksRows(real, shown, path) : [path];
  if (typeof real !== 'object' || real === null || Array.isArray(real)) return [path];
  const fields = new Map<string, unknown>(Object.entries(real));
  return Object.entries(shown).flatMap(([key, value]) => lacks(fields.get(key), value, `${path}.${key}`));
}

function lacksRows(real: readonly unknown[], shown: readonly unknown[], path: string): string[] {
  let from = 0;
  return shown.flatMap((row, index) => {
    const at = real.findIndex((each, place) => place >= from && lacks(each, row, `${path}[]`).length === 0);
    if (at < 0) return [`${path}[${index}]`];
    from = at + 1;
    return [];
  });
}
