import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql ships two builds and no `exports`: without this the tests would hold one and type-graphql the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'threads',
  },
});
