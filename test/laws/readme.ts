import { readConfig } from '../../src/config/load.js';
import { providers } from '../../src/providers/index.js';
import { blocksOf } from '../support/markdown.js';

/** What README may speak of. */
export interface House {
  /** The stored operations, each without its comment lines. */
  readonly operations: readonly string[];
  /** Names of the scripts in package.json. */
  readonly scripts: readonly string[];
  /** The text of src/main.ts, where commands and their options are named. */
  readonly main: string;
  /** Whether there is such a file or folder, by its path below the root. */
  readonly has: (path: string) => boolean;
}

/** A stored operation as README shows it. */
export function withoutComments(operation: string): string {
  return operation.replace(/^#.*\n/gm, '');
}

/** All that README says and that is not so, as sentences. */
export function untruths(readme: string, house: House): string[] {
  const blocks = blocksOf(readme);
  const shown = blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text);
  return [
    ...shown.filter((text) => !house.operations.includes(text)).map((text) => `stored nowhere: ${firstLineOf(text)}`),
    ...house.operations.filter((text) => !shown.includes(text)).map((text) => `not shown: ${firstLineOf(text)}`),
    ...missingScripts(readme, house.scripts),
    ...missingCommands(readme, house.main),
    ...pathsOf(readme)
      .filter((path) => !house.has(path))
      .map((path) => `no such file: ${path}`),
    ...complaintsOf(configOf(readme), everySecretOf(readme)),
  ];
}

function missingScripts(readme: string, scripts: readonly string[]): string[] {
  const named = [...readme.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
  return named.flatMap(([said, run, own]) => (scripts.includes(run ?? own ?? '') ? [] : [`no such script: ${said}`]));
}

/** Commands that do not exist, and options that the command named on the same line does not have. */
function missingCommands(readme: string, main: string): string[] {
  const parts = main.split(/\.command\('/).slice(1);
  const options = new Map(
    parts.map((part): [string, readonly string[]] => [
      /^\w+/.exec(part)?.[0] ?? '',
      part.match(/(?<=\.option\(\s*'.*)--[\w-]+/g) ?? [],
    ]),
  );
  return readme.split('\n').flatMap((line) => {
    const [said, command] = /\bnpx trunkline (\w+)/.exec(line) ?? (/\bnpm start -- /.test(line) ? ['', 'start'] : []);
    if (command === undefined) return [];
    const known = options.get(command);
    if (!known) return [`no such command: ${said}`];
    const used = line.match(/(?<=\s|`)--[a-z][\w-]*/g) ?? [];
    return used.filter((option) => !known.includes(option)).map((option) => `${command} has no option ${option}`);
  });
}

/** Targets of relative links, and the paths of the map. */
function pathsOf(readme: string): string[] {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)];
  const mapped = [...readme.matchAll(/^([\w.-]+\/(?:[\w.-]+\/)*) {2,}\S/gm)];
  return [...links, ...mapped].map(([, path = '']) => path);
}

/** The example of a config. */
export function configOf(readme: string): string {
  return blocksOf(readme).find(({ language, text }) => language === 'yaml' && /^upstreams:/m.test(text))?.text ?? '';
}

/** A value for every `${NAME}`, long enough for each of them. */
export function everySecretOf(readme: string): Record<string, string> {
  const names = [...readme.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, `${name}-0123456789-0123456789-0123456789`]));
}

/** What the config check says, with the providers that the example lacks. */
export function complaintsOf(config: string, environment: Readonly<Record<string, string>>): string[] {
  try {
    const { upstreams } = readConfig(config, 'gateway.yaml', providers, environment);
    const lacking = providers.filter(({ name }) => !upstreams.some(({ provider }) => provider === name));
    return lacking.map(({ name }) => `the config has no upstream of ${name}`);
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [String(error)];
  }
}

function firstLineOf(text: string): string {
  return text.split('\n')[0] ?? '';
}
