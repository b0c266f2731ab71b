import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

import { CHECKOUT, ENGINE_FLAGS, PEERS } from './places.js';

/** Peers whose version is worth knowing. */
const SHOWN = ['@apollo/server', '@apollo/datasource-rest', 'graphql-yoga', '@graphql-hive/gateway', 'mercurius'];

/** On what and how it is measured, as a sentence or two: figures of another day are no measure of these. */
export function describeMachine(options: {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}): string {
  const { dependencies } = JSON.parse(readFileSync(`${PEERS}package.json`, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const commit = execFileSync('git', ['log', '-1', '--format=%h of %as'], { cwd: CHECKOUT, encoding: 'utf8' }).trim();
  const [load = ''] = readFileSync('/proc/loadavg', 'utf8').split(' ');
  const versions = SHOWN.map((name) => `${name} ${dependencies[name] ?? ''}`).join(', ');
  return (
    `Commit ${commit}, Node ${process.versions.node} with \`${ENGINE_FLAGS.join(' ')}\`, ` +
    `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, load of the machine before: ${load}. ` +
    `${options.connections} connections, medians of ${options.rounds} rounds of ${options.seconds} s. ${versions}.`
  );
}
