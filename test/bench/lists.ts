import { performance } from 'node:perf_hooks';

import { stringify } from 'yaml';

import { askChild, startChild } from './child.js';
import type { Felt } from './gateway.js';

const QUERY = `query ($after: String) {
  contacts(first: 50, after: $after, orderBy: { field: DISPLAY_NAME }) {
    nodes { displayName }
    pageInfo { endCursor }
    sources { upstream { name } requests fetched }
  }
}`;

interface Answer {
  readonly data: {
    readonly contacts: {
      readonly nodes: readonly object[];
      readonly pageInfo: { readonly endCursor: string };
      readonly sources: ReadonlyArray<{ readonly requests: number; readonly fetched: number }>;
    };
  };
}

interface Told {
  readonly name: string;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly value: string;
}

/** The first page of a sorted list over five upstreams without a sort of their own, and the second one. */
export async function benchLists(count: number, more: Readonly<Record<string, object>> = {}): Promise<readonly Line[]> {
  const emulators = await startChild('./emulators.ts', [String(count)]);
  const upstreams = (emulators.ready as readonly Told[]).map(({ name, baseUrl, credentials }) => {
    const { username, login, password } = credentials;
    const auth = name === 'hosttracker' ? { login, password } : { username, password };
    const own = name === 'hostway' ? { account: 'account007', domains: ['test-domain.com'] } : {};
    // Long enough that the second page is asked for within it.
    return [name, { provider: name, baseUrl, auth, ...own, cacheMs: 60_000, timeoutMs: 60_000, ...more[name] }];
  });
  const config = stringify({ defaultCountry: 'PL', upstreams: Object.fromEntries(upstreams) as object });
  const gateway = await startChild('./gateway.ts', [config]);
  const ask = async (after: string | null): Promise<Answer> => {
    const response = await fetch(`${String(gateway.ready)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
    });
    return (await response.json()) as Answer;
  };
  const lines: Line[] = [];
  let after: string | null = null;
  await askChild<Felt>(gateway.child);
  for (const page of ['first page', 'second page']) {
    const begun = performance.now();
    const { data } = await ask(after);
    const seconds = (performance.now() - begun) / 1000;
    const { stallMs, rssMb } = await askChild<Felt>(gateway.child);
    const { sources, nodes, pageInfo } = data.contacts;
    const sum = (key: 'requests' | 'fetched'): number => sources.reduce((total, source) => total + source[key], 0);
    if (nodes.length !== 50) throw new Error(`a page of ${nodes.length} rows`);
    after = pageInfo.endCursor;
    lines.push(
      { what: `${page}: rows read, and a second`, value: `${sum('fetched')}, ${Math.round(sum('fetched') / seconds)}` },
      { what: `${page}: upstream requests`, value: String(sum('requests')) },
      { what: `${page}: longest stall of the event loop`, value: `${stallMs.toFixed(0)} ms` },
      { what: `${page}: highest resident set so far`, value: `${rssMb.toFixed(0)} MB` },
    );
  }
  gateway.child.kill();
  emulators.child.kill();
  return lines;
}
