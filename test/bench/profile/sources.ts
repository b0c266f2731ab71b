import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

import type { CpuProfile } from './groups.js';

/** The same profile with the places of built files replaced by those that they were built of, where they have a map. */
export function resolveSources(profile: CpuProfile): CpuProfile {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string): SourceMap | undefined => {
    if (!maps.has(url)) maps.set(url, readSourceMap(url));
    return maps.get(url);
  };
  return {
    ...profile,
    nodes: profile.nodes.map((node) => {
      const { url, lineNumber, columnNumber } = node.callFrame;
      const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
      if (!entry || !('originalSource' in entry)) return node;
      const source = new URL(entry.originalSource, url).href;
      return { ...node, callFrame: { ...node.callFrame, url: source, lineNumber: entry.originalLine } };
    }),
  };
}

function readSourceMap(url: string): SourceMap | undefined {
  if (!url.startsWith('file:')) return undefined;
  const file = `${fileURLToPath(url)}.map`;
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as never) : undefined;
}
