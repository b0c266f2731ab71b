import { join } from 'node:path';

import { inject } from 'vitest';

/*
 * What was built for processes of their own. Only tests that vitest.config.ts lists as starting processes have it.
 */

/** The gateway as `npm run build` makes it. */
export function builtGateway(): string {
  return join(inject('built'), 'dist/main.js');
}

/** Where a source is as JavaScript: `test/operations/hold.ts` is `…/test/operations/hold.js`. */
export function builtPath(source: string): string {
  return join(inject('built'), source.replace(/\.ts$/, '.js'));
}
