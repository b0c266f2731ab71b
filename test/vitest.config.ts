import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

import { missingPrograms, reportMissingPrograms } from './support/programs.js';

/**
 * Rooms whose tests keep nothing in a module: their files share what they import, which is half of their time. The
 * others count what is imported, or decorate classes of their own.
 */
const SHARING = ['config', 'emulators', 'faults', 'graph', 'operations', 'providers', 'query', 'transport', 'wire'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

/** LMDB ends its process by a signal where a file is cut off under it. Alone in a process, such a file is named. */
const DAMAGING = [
  'test/operations/lmdb-integrity.test.ts',
  'test/operations/store-marker.test.ts',
  'test/reliability/lost-store.test.ts',
];

const SKIPPED = missingPrograms.flatMap(({ tests }) => tests);

export default defineConfig({
  // graphql ships two builds and no `exports`: without this the tests would hold one and type-graphql the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'threads',
    reporters: ['default', { onTestRunEnd: reportMissingPrograms }],
    // More than there are cores: many tests wait for a deadline or for a process.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          // The bench installs its peers below test/.
          exclude: [...SHARING, ...DAMAGING, ...SKIPPED, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: { name: 'sharing', include: SHARING, exclude: [...DAMAGING, ...SKIPPED], isolate: false },
      },
      { extends: true, test: { name: 'damaging', include: DAMAGING, exclude: SKIPPED, pool: 'forks' } },
    ],
  },
});
