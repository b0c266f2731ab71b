#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

import { Command, InvalidArgumentError } from 'commander';

import { formatError } from './commands/command-error.js';
import type { CommandContext } from './commands/command-context.js';
import { environment } from './config/environment.js';

const print = (text: string): void => void process.stdout.write(text);
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  // The reader of standard output, such as `head`, has closed it.
  if (error.code !== 'EPIPE') throw error;
});

// The reader of the log has closed it. Logging that error would fail again, for ever.
process.stderr.on('error', () => undefined);

// A command loads its modules when it runs, so that help is fast and a gateway over real providers does not load the
// emulators.
const createCommandContext = async (): Promise<CommandContext> => {
  const { providers } = await import('./providers/index.js');
  return { providers, environment, print };
};

/**
 * Collects garbage before the heap is twice what it needs. By itself V8 lets it grow to several times that under load: 130 MB
 * more, for no less work.
 */
const COLLECT_SOONER = '--heap-growing-percent=75';

const program = new Command('trunkline')
  .description('One GraphQL schema over the contacts and messages of five providers.')
  .version(versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))
  .showHelpAfterError('(--help says what there is)')
  .addHelpText(
    'after',
    `
Examples:
  trunkline start                               over embedded emulators: no account, no config
  trunkline start --config gateway.yaml         over the upstreams of a config
  trunkline check --config gateway.yaml         is every upstream well, and how does it compare?
  trunkline check --operations src/queries      what may the operations of an application cost?
  trunkline schema --out schema.graphql         the schema as a file
  trunkline emulate --only hosttracker,ictcore  providers to try a gateway on
  trunkline hash-key < key.txt                  the digest of an API key, for the config`,
  );

program
  .command('start', { isDefault: true })
  .description(
    'answer GraphQL until SIGTERM, SIGHUP or Ctrl-C, which let requests in flight finish (a second one does not)',
  )
  .option('-c, --config <file>', 'YAML or JSON; without it the five embedded emulators are the upstreams')
  .option('-p, --port <number>', "instead of the config's server.port (4000); 0 for any free one", toPort)
  .option(
    '--port-base <number>',
    'port of the first embedded emulator, the others follow (4101 where free); 0 for any',
    toPort,
  )
  .option('--host <host>', "address to listen on, instead of the config's server.host (127.0.0.1)")
  .addHelpText(
    'after',
    '\nExample:\n  trunkline start --config gateway.yaml --port 8080 --host 0.0.0.0\n\nWithout "auth" in the config it listens on addresses of this machine only.',
  )
  // An unknown command is handled here, so that it is reported as such and not as an excess argument.
  .allowExcessArguments()
  .action((options: { config?: string; port?: number; host?: string; portBase?: number }, command: Command) =>
    runCommand(async () => {
      const [word] = command.args;
      if (word !== undefined) {
        const known = program.commands.map((each) => each.name()).join(', ');
        command.error(`error: '${word}' is no command (there are ${known}); a config file goes behind --config`);
      }
      const [{ start }, { superviseProcess }] = await Promise.all([
        import('./commands/start.js'),
        import('./server/lifecycle.js'),
      ]);
      setFlagsFromString(COLLECT_SOONER);
      const { stop, log, greeting, reload } = await start(options, await createCommandContext());
      superviseProcess(stop, log);
      // Without a listener the signal would end the process.
      process.on('SIGUSR2', () => {
        if (reload) void reload();
        else log.warn({}, 'there is no config file to read again');
      });
      print(greeting);
    }),
  );

program
  .command('check')
  .description(
    'read a config, ask every upstream one cheap authenticated read and prove how its server compares; exit 1 when anything is wrong',
  )
  .option('-c, --config <file>', 'YAML or JSON; without it the embedded emulators are asked')
  .option('--operations <dir>', 'ask nobody: tell what the .graphql and .gql files of a folder may cost')
  .option('--allow <names>', 'operations that may ask row by row, e.g. Export,Audit', (names: string) =>
    names.split(','),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  HT_TOKEN=… trunkline check --config gateway.yaml\n  trunkline check --config gateway.yaml --operations src/queries',
  )
  .action(({ operations, ...options }: { config?: string; operations?: string; allow?: string[] }) =>
    runCommand(async () => {
      if (operations === undefined) {
        const { check } = await import('./commands/check.js');
        process.exitCode = await check(options, await createCommandContext());
        return;
      }
      const { checkOperations } = await import('./commands/check-operations.js');
      process.exitCode = await checkOperations({ ...options, operations }, await createCommandContext());
    }),
  );

program
  .command('schema')
  .description('print the schema in GraphQL SDL')
  .option('-o, --out <file>', 'write it to a file instead')
  .addHelpText('after', '\nExample:\n  trunkline schema --out schema.graphql')
  .action((options: { out?: string }) =>
    runCommand(async () => {
      const { writeSchema } = await import('./commands/schema.js');
      await writeSchema(options, await createCommandContext());
    }),
  );

program
  .command('emulate')
  .description('start the provider emulators alone; prints their addresses, credentials and a config')
  .option('--only <names>', 'some of them, e.g. hosttracker,ictcore', (names: string) => names.split(','))
  .option('--port-base <number>', 'port of the first, the others follow (4101 where free); 0 for any', toPort)
  .option('-o, --out <file>', 'write the config to a new file instead of printing it')
  .addHelpText(
    'after',
    '\nExample:\n  trunkline emulate --only hosttracker,ictcore --port-base 5000 --out gateway.yaml',
  )
  .action((options: { only?: string[]; portBase?: number; out?: string }) =>
    runCommand(async () => {
      const [{ emulate }, { superviseProcess }, { createLog }] = await Promise.all([
        import('./commands/emulate.js'),
        import('./server/lifecycle.js'),
        import('./server/log.js'),
      ]);
      const { stop, greeting } = await emulate(options);
      superviseProcess(
        stop,
        createLog((text) => text),
      );
      print(greeting);
    }),
  );

program
  .command('hash-key')
  .description('read an API key from standard input and print its SHA-256, for auth.keys of the config')
  .addHelpText('after', '\nExample:\n  openssl rand -base64 32 | tee key.txt | trunkline hash-key')
  .action(() =>
    runCommand(async () => {
      const { hashKey, readKey } = await import('./commands/hash-key.js');
      const { sha256, warning } = hashKey(await readKey(process.stdin));
      if (warning !== undefined) process.stderr.write(`${warning}\n`);
      print(`${sha256}\n`);
    }),
  );

await program.parseAsync();

async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(formatError(error));
    process.exitCode = 1;
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
}

function versionOf(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const hasVersion = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return hasVersion ? String(parsed.version) : 'unknown';
}
