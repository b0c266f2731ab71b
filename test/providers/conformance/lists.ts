import { expect } from 'vitest';

import type { TestGateway } from '../../support/gateway.js';

/** A row as the suite asks for it. */
export interface Listed {
  readonly id: string;
}

export interface ListedPage {
  readonly nodes: readonly Listed[];
  readonly endCursor: string | null;
  readonly more: boolean;
}

/** Everything that a list's sources tell of themselves. */
export const SOURCES = 'sources { ok requests fetched matched pushedDown residual error { code message } }';

const FIELDS: Readonly<Record<string, string>> = {
  contacts: 'id upstreamId displayName emails phones channels',
  groups: 'id upstreamId name',
};

/** One page of contacts or groups; fails on any error. */
export async function listed(
  gateway: TestGateway,
  noun: string,
  first: number,
  after: string | null = null,
): Promise<ListedPage> {
  const { data, errors } = await gateway.ask(
    `query ($first: Int, $after: String) {
      ${noun}(first: $first, after: $after) { nodes { ${FIELDS[noun] ?? 'id'} } pageInfo { hasNextPage endCursor } }
    }`,
    { first, after },
  );
  expect(errors).toEqual([]);
  const { nodes, pageInfo } = data?.[noun] as {
    nodes: Listed[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  return { nodes, endCursor: pageInfo.endCursor, more: pageInfo.hasNextPage };
}

/** The same texts, in whatever order, each as often. */
export function sameSet(found: readonly string[], expected: readonly string[]): void {
  expect([...found].sort()).toEqual([...expected].sort());
}
