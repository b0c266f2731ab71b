// Puts GraphiQL into dist/: its package drags a second GraphQL server into an install, for one page.
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
await build({
  entryPoints: [`${root}src/server/graphiql-assets.ts`],
  outfile: `${root}dist/server/graphiql-assets.js`,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: '// GraphiQL as @graphql-yoga/render-graphiql bundles it; MIT, The Guild and the GraphQL contributors.',
  },
});
