import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { readConfig } from '../../src/config/load.js';
import { createMetrics } from '../../src/server/observe/metrics.js';
import { providers } from '../../src/providers/index.js';

const textOf = (name: string): string => readFileSync(`deploy/${name}`, 'utf8');
const config = readConfig(textOf('gateway.yaml'), 'gateway.yaml', providers, {});

interface Service {
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly read_only?: boolean;
  readonly network_mode?: string;
}
const { services } = parse(textOf('compose.yaml')) as { services: Record<'gateway' | 'redis' | 'emulators', Service> };
const dockerfile = textOf('Dockerfile');

describe('the containers', () => {
  it('publish the ports that the config listens on, to this machine', () => {
    const { port, metrics } = config.server;
    expect(services.gateway.ports).toEqual([port, metrics?.port].map((each) => `127.0.0.1:${each}:${each}`));
    expect(dockerfile).toContain(`EXPOSE ${port} ${metrics?.port}`);
    expect(textOf('healthcheck.mjs')).toContain(`'${port}'`);
  });

  it('mount the config where the image starts with it, on a read-only file system, as no root', () => {
    const [, path = ''] = /CMD \["start", "--config", "([^"]+)"\]/.exec(dockerfile) ?? [];
    expect(services.gateway.volumes).toContain(`./gateway.yaml:${path}:ro`);
    expect(textOf('trunkline.service')).toContain(`--config ${path}`);
    expect([services.gateway.read_only, services.emulators.read_only]).toEqual([true, true]);
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  it('copy files that are there, and start what the package builds', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(copied.filter((file) => !existsSync(file))).toEqual([]);
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
    for (const text of [dockerfile, textOf('trunkline.service')]) expect(text).toContain(bin['trunkline']);
  });

  it('keep every write in Redis before it is answered, and evict none', () => {
    expect(services.redis.command?.join(' ')).toMatch(
      /--appendonly yes --appendfsync always --maxmemory-policy noeviction/,
    );
    expect(config.idempotency.redis).toBe('redis://redis:6379');
  });

  it('have the emulators on the loopback of the gateway', () => {
    expect(services.emulators.network_mode).toBe('service:gateway');
    expect(config.upstreams.map(({ provider }) => provider)).toEqual(services.emulators.command?.[2]?.split(','));
  });

  it('know the key that the page tells', () => {
    const digest = createHash('sha256').update('try-it-out').digest('hex');
    expect(textOf('gateway.yaml')).toContain(digest);
    expect(textOf('README.md')).toContain('Bearer try-it-out');
  });
});

it('the dashboard asks for metrics that there are', async () => {
  const load = { lagMs: () => 0, heapShare: () => 0 };
  const metrics = createMetrics({ inFlight: () => 0, load, upstreams: () => [] });
  const text = await metrics.render();
  metrics.close();
  const names = [...textOf('dashboard.json').matchAll(/trunkline_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(names.length).toBeGreaterThan(8);
  expect([...new Set(names)].filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
});
