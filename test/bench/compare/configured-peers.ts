import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import * as rows from '../stub/rows.js';
import type { Command } from './pinned-process.js';
import { ENGINE_FLAGS, PEERS, type Place } from './places.js';

/** Tailcall reads its ports from its config. */
export async function writeTailcallConfig({ port, firstUpstreamPort, folder }: Place): Promise<Command> {
  const template = await readFile(`${PEERS}tailcall.graphql`, 'utf8');
  const config = `${folder}/tailcall.graphql`;
  const upstreamPort = (_: string, place: string): string => `127.0.0.1:${firstUpstreamPort + Number(place)}`;
  await writeFile(config, template.replaceAll('port: 0', `port: ${port}`).replace(/upstream-(\d)/g, upstreamPort));
  const binary = `${PEERS}node_modules/@tailcallhq/core-linux-x64-gnu/bin/tailcall`;
  if (!existsSync(binary)) throw new Error('its binary is for Linux on x64 only');
  // Its binary wants a newer C library than some systems have: this names a folder that holds one, with its loader.
  const libraries = process.env['TAILCALL_LD'];
  const start = [binary, 'start', config];
  const environment = { TAILCALL_TRACKER: 'false' };
  if (libraries === undefined) return { program: binary, args: start.slice(1), folder, environment };
  const args = ['--library-path', libraries, ...start];
  return { program: `${libraries}/ld-linux-x86-64.so.2`, args, folder, environment };
}

/** Mesh makes Hive's schema from samples of the upstreams' answers. */
export async function composeHive({ port, firstUpstreamPort, folder }: Place): Promise<Command> {
  const samples: Readonly<Record<string, unknown>> = {
    'cloud-list': rows.cloudList(3),
    'cloud-item': rows.cloudRow(2),
    'pbx-list': rows.pbxList(3),
    'pbx-item': rows.pbxItem(3),
    'sms-list': rows.smsList(3),
    'mail-list': rows.mailList(3),
    'monitoring-list': rows.monitoringList(3),
  };
  const sampleFolder = `${folder}/samples`;
  await mkdir(sampleFolder, { recursive: true });
  for (const [name, sample] of Object.entries(samples)) {
    await writeFile(`${sampleFolder}/${name}.json`, JSON.stringify(sample));
  }
  const environment = {
    BENCH_PORT: String(port),
    BENCH_UPSTREAM_PORT: String(firstUpstreamPort),
    BENCH_SAMPLES: sampleFolder,
    BENCH_SUPERGRAPH: `${folder}/supergraph.graphql`,
  };
  const compose = ['-c', 'dist/mesh.config.js', '-o', environment.BENCH_SUPERGRAPH];
  const { status, stderr } = spawnSync(`${PEERS}node_modules/.bin/mesh-compose`, compose, {
    cwd: PEERS,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mesh-compose failed: ${stderr.slice(-400)}`);
  const start = ['node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', '-c', 'dist/hive.config.js'];
  return { program: process.execPath, args: [...ENGINE_FLAGS, ...start], folder: PEERS, environment };
}
