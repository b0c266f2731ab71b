import { CommanderError } from 'commander';
import { expect, it } from 'vitest';

import { createBenchCommand, toBenchOptions } from './options.js';

const parse = (...args: readonly string[]) =>
  toBenchOptions(
    createBenchCommand()
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .parse(args, { from: 'user' }),
  );

it('measures everything at everybody, with upstreams that answer at once', () => {
  const { candidates, workloads, delays, merge, write } = parse();
  expect(candidates).toContain('hive');
  expect(workloads).toContain('Q4+sources');
  expect({ delays, merge, write }).toEqual({ delays: [0], merge: undefined, write: false });
});

it('keeps the order of its table, so that all are compared with the same candidate', () => {
  expect(parse('--candidates', 'trunkline,apollo').candidates).toEqual(['apollo', 'trunkline']);
});

it('takes several delays, and rows for the merge or its own number', () => {
  expect(parse('--delays', '0,5,20').delays).toEqual([0, 5, 20]);
  expect(parse('--merge').merge).toBe(20_000);
  expect(parse('--merge', '500').merge).toBe(500);
});

it.each([
  ['--candidates', 'apolo'],
  ['--workloads', 'Q9'],
  ['--rounds', '0'],
  ['--seconds', '-1'],
  ['--delays', '5,'],
])('refuses %s %s', (option, value) => {
  expect(() => parse(option, value)).toThrow(CommanderError);
});
