import { performance } from 'node:perf_hooks';

import { stringify } from 'yaml';

import { accountSettingsOf } from '../../support/account-settings.js';
import { askChild, type RunningChild } from './child.js';
import type { ProcessLoad } from './process-load.js';
import type { EmulatedUpstream } from './naive-reads.js';

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

/** What a page of a list cost. */
export interface Cost extends ProcessLoad {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly requests: number;
}

/** The gateway's config for these upstreams; `more` adds settings by provider. */
export function configOf(upstream: readonly EmulatedUpstream[], more: Readonly<Record<string, object>> = {}): string {
  const upstreams = upstream.map((account) => {
    const { name, baseUrl } = account;
    // Long enough that the second page is asked for within it.
    const times = { cacheMs: 60_000, timeoutMs: 60_000 };
    return [name, { provider: name, baseUrl, ...accountSettingsOf(account), ...times, ...more[name] }];
  });
  return stringify({ defaultCountry: 'PL', upstreams: Object.fromEntries(upstreams) as object });
}

/** The first page of a sorted list over upstreams without a sort of their own, and the second one, of a fresh server. */
export async function benchPages({ child, ready }: RunningChild): Promise<readonly [Cost, Cost]> {
  const readPage = async (after: string | null): Promise<{ cost: Cost; end: string }> => {
    const begun = performance.now();
    const response = await fetch(String(ready), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
    });
    const { sources, nodes, pageInfo } = ((await response.json()) as Answer).data.contacts;
    const seconds = (performance.now() - begun) / 1000;
    const load = await askChild<ProcessLoad>(child);
    if (nodes.length !== 50) throw new Error(`a page of ${nodes.length} rows`);
    const sum = (key: 'requests' | 'fetched'): number => sources.reduce((total, source) => total + source[key], 0);
    const rows = sum('fetched');
    return {
      cost: { ...load, rows, rowsPerSecond: rows / seconds, requests: sum('requests') },
      end: pageInfo.endCursor,
    };
  };
  try {
    await askChild<ProcessLoad>(child);
    const first = await readPage(null);
    const second = await readPage(first.end);
    return [first.cost, second.cost];
  } finally {
    child.kill();
  }
}
