import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a candidate is started with. */
export interface Place {
  readonly port: number;
  readonly firstUpstreamPort: number;
  /** Of this run alone, and gone after it. */
  readonly folder: string;
}

/** The root of this checkout. */
export const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url));

/** The peers' own package. */
export const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

/** What `npm start` gives to the engine: what is measured must be what people run, and the peers get the same. */
export const ENGINE_FLAGS: readonly string[] = startFlags(readFileSync(`${CHECKOUT}package.json`, 'utf8'));

function startFlags(manifest: string): readonly string[] {
  const { start = '' } = (JSON.parse(manifest) as { readonly scripts: Readonly<Record<string, string>> }).scripts;
  return start.split(' ').filter((word) => word.startsWith('--max'));
}
