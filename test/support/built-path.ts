import { join } from 'node:path';

import { inject } from 'vitest';

/**
 * Where a source is, built for a process of its own: `src/main.ts` is `…/src/main.js`. Only tests that vitest.config.ts
 * lists as starting processes have it.
 */
export function builtPath(source: string): string {
  return join(inject('built'), source.replace(/\.ts$/, '.js'));
}
