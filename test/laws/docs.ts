import { posix } from 'node:path';

import { readConfig } from '../../src/config/load.js';
import { providers } from '../../src/providers/index.js';
import { blocksOf } from '../support/markdown.js';
import type { Page } from '../support/pages.js';

/** At most this many lines, so that a newcomer reads README to its end. */
const README_LINES = 250;

/** What the documentation may speak of. */
export interface House {
  /** The stored operations, each without its comment lines. */
  readonly operations: readonly string[];
  /** Names of the scripts in package.json. */
  readonly scripts: readonly string[];
  /** The text of src/main.ts, where commands and their options are named. */
  readonly main: string;
  /** Whether there is such a file or folder, by its path below the root. */
  readonly has: (path: string) => boolean;
  /** The anchors of a Markdown page, by its path below the root. */
  readonly anchorsOf: (path: string) => readonly string[];
}

/** A stored operation as a page shows it. */
export function withoutComments(operation: string): string {
  return operation.replace(/^#.*\n/gm, '');
}

/** All that a page says and that is not so, as sentences. */
export function untruths({ path, text }: Page, house: House): string[] {
  const shown = blocksOf(text).filter(({ language }) => language === 'graphql');
  return [
    ...shown
      .filter(({ text: operation }) => !house.operations.includes(operation))
      .map(({ text: operation }) => `stored nowhere: ${firstLineOf(operation)}`),
    ...missingScripts(text, house.scripts),
    ...missingCommands(text, house.main),
    ...brokenLinks({ path, text }, house),
    ...configsOf(text).flatMap((config) => errorsOf(config, everySecretOf(text))),
    ...(path === 'README.md' ? tooLong(text) : []),
  ];
}

/** Relative links of a page that lead to no file, or to no heading of it. */
export function brokenLinks({ path, text }: Page, house: Pick<House, 'has' | 'anchorsOf'>): string[] {
  const links = [...withoutFences(text).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  return links.flatMap(([, relative = '', anchor]) => {
    const target = relative === '' ? path : posix.join(posix.dirname(path), relative);
    if (!house.has(target)) return [`no such file: ${target}`];
    if (anchor === undefined) return [];
    const anchors = target === path ? anchorsIn(text) : house.anchorsOf(target);
    return anchors.includes(anchor) ? [] : [`no such heading: ${target}#${anchor}`];
  });
}

/** The anchors that headings of a Markdown text have on its page. */
export function anchorsIn(markdown: string): string[] {
  const headings = withoutFences(markdown).match(/^#+ .*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^ *```.*\n[^]*?^ *```$/gm, '');
}

function tooLong(readme: string): string[] {
  const lines = readme.trimEnd().split('\n').length;
  return lines > README_LINES ? [`${lines} lines: README has at most ${README_LINES}`] : [];
}

function missingScripts(page: string, scripts: readonly string[]): string[] {
  const named = [...page.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
  return named.flatMap(([said, run, own]) => (scripts.includes(run ?? own ?? '') ? [] : [`no such script: ${said}`]));
}

/** Commands that do not exist, and options that the command named on the same line does not have. */
function missingCommands(page: string, main: string): string[] {
  const parts = main.split(/\.command\('/).slice(1);
  const options = new Map(
    parts.map((part): [string, readonly string[]] => [
      /^\w+/.exec(part)?.[0] ?? '',
      part.match(/(?<=\.option\(\s*'.*)--[\w-]+/g) ?? [],
    ]),
  );
  return page.split('\n').flatMap((line) => {
    const [said, command] = /\bnpx trunkline (\w+)/.exec(line) ?? (/\bnpm start -- /.test(line) ? ['', 'start'] : []);
    if (command === undefined) return [];
    const known = options.get(command);
    if (!known) return [`no such command: ${said}`];
    const used = line.match(/(?<=\s|`)--[a-z][\w-]*/g) ?? [];
    return used.filter((option) => !known.includes(option)).map((option) => `${command} has no option ${option}`);
  });
}

/** The examples of a config. */
export function configsOf(page: string): string[] {
  return blocksOf(page)
    .filter(({ language, text }) => language === 'yaml' && /^upstreams:/m.test(text))
    .map(({ text }) => text);
}

/** A value for every `${NAME}`, long enough for each of them. */
export function everySecretOf(page: string): Record<string, string> {
  const names = [...page.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, `${name}-0123456789-0123456789-0123456789`]));
}

/** What the config check says. */
export function errorsOf(config: string, environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(config, 'gateway.yaml', providers, environment);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [String(error)];
  }
}

/** Names of the providers that a config has no upstream of. */
export function providersMissingIn(config: string): string[] {
  return providers.map(({ name }) => name).filter((name) => !config.includes(`provider: ${name}\n`));
}

function firstLineOf(text: string): string {
  return text.split('\n')[0] ?? '';
}
