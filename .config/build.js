// Puts the gateway and what it imports into a few files of dist/. As two thousand modules, which Node finds and reads one
// by one, it takes a second longer to start.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// What is loaded in several copies, in binary form, or only where a user has installed it.
const external = ['@opentelemetry/api', 'class-validator', 'lmdb', 'pino'];

// Packages in CommonJS require modules of Node.
const banner = {
  js: "import { createRequire as createRequireOfChunk } from 'node:module';\nconst require = createRequireOfChunk(import.meta.url);",
};

// graphql-js comes in two forms. What is imported of its folders names the slower one, and of classes there must be one.
const graphqlModules = {
  name: 'graphql-modules',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^graphql\/.*\.js$/ }, ({ path, kind, resolveDir }) =>
      resolve(path.replace(/\.js$/, '.mjs'), { kind, resolveDir }),
    );
  },
};

/** Builds into a folder, whose files are then all of this build. */
export async function buildGateway(outdir = fromRoot('dist')) {
  await rm(outdir, { recursive: true, force: true });
  await build({
    // Files that the gateway opens by URL lie beside the chunks, as deep below the root as they do in src/.
    entryPoints: [
      { in: fromRoot('src/main.ts'), out: 'main' },
      { in: fromRoot('src/wire/xml-worker.ts'), out: 'chunks/xml-worker' },
      { in: fromRoot('src/operations/lmdb-check.ts'), out: 'chunks/lmdb-check' },
    ],
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    tsconfig: fromRoot('tsconfig.json'),
    sourcemap: true,
    sourcesContent: false,
    external,
    mainFields: ['module', 'main'],
    plugins: [graphqlModules],
    banner,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildGateway(process.argv[2]);
