import type { Config } from '../config/config.js';
import { toTable } from './table.js';

/** What `start` prints: where to ask, what is behind it, and what to try next. */
export function renderGreeting(
  url: string,
  { server, upstreams }: Config,
  emulators: ReadonlyArray<{ readonly emulator: { readonly url: string } }>,
): string {
  // The address that means all addresses cannot be opened in a browser.
  const localUrl = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  const baseUrl = server.publicUrl ?? localUrl;
  const lines = [
    'Trunkline answers GraphQL at',
    `  ${baseUrl}/graphql`,
    'Open it in a browser to explore it: Apollo Sandbox, or without internet GraphiQL, which is also at',
    `  ${baseUrl}/graphiql`,
    '',
    'Upstreams',
    toTable(upstreams.map(({ name, provider, origin, basePath }) => [name, provider, origin + basePath])),
  ];
  const [first] = emulators;
  return `${[...lines, ...(first ? describeEmulators(upstreams[0]?.name ?? '', first.emulator.url) : [])].join('\n')}\n`;
}

function describeEmulators(name: string, url: string): string[] {
  return [
    `These are emulators with made-up people. Stop "${name}" to see how the others go on, then heal it:`,
    `  curl -X POST ${url}/__emulator/faults -d '{"kind":"status","status":503}'`,
    `  curl -X DELETE ${url}/__emulator/faults`,
    '',
    'Real providers: write a gateway.yaml ("npx trunkline emulate" prints one to begin with), then',
    '  npx trunkline check --config gateway.yaml',
    '  npm start -- --config gateway.yaml',
    '',
  ];
}
