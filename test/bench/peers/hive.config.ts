import { defineConfig } from '@graphql-hive/gateway';

// Hive's own defaults, but for what would only cost: one process, no polling, no pages.
export const gatewayConfig = defineConfig({
  supergraph: process.env['BENCH_SUPERGRAPH'] ?? '',
  port: Number(process.env['BENCH_PORT']),
  host: '127.0.0.1',
  fork: 1,
  pollingInterval: 0,
  logging: 'error',
  graphiql: false,
  landingPage: false,
});
