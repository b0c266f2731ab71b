import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

import { missingPrograms, reportMissingPrograms } from './support/programs.js';

/**
 * Files of one worker share what they import, which is most of the time of most tests. These are alone: the first decorates
 * classes when the schema of others is already made, and the second prints types in the order in which they were imported.
 */
const ALONE = ['test/support/example-provider.test.ts', 'test/laws/schema.test.ts'];

/** LMDB ends its process by a signal where a file is cut off under it. Alone in a process, such a file is named. */
const DAMAGING = [
  'test/operations/lmdb-integrity.test.ts',
  'test/operations/store-marker.test.ts',
  'test/reliability/lost-store.test.ts',
];

/** These start processes of sources, which are built for them. */
const STARTING = [
  'test/main.test.ts',
  'test/faults/kill.test.ts',
  'test/operations/lmdb-store.test.ts',
  'test/operations/shared-file-lock.test.ts',
  'test/reliability/shutdown.test.ts',
  'test/reliability/tls.test.ts',
  'test/server/media-memory.test.ts',
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
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: { name: 'starting', include: STARTING, globalSetup: 'test/support/build-sources.ts', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'sharing',
          setupFiles: 'test/support/load-providers.ts',
          include: ['test/**/*.test.ts'],
          // The bench installs its peers below test/.
          exclude: [...ALONE, ...DAMAGING, ...STARTING, ...SKIPPED, '**/node_modules/**'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'damaging', include: DAMAGING, exclude: SKIPPED, pool: 'forks' } },
    ],
  },
});
