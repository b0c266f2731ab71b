import { composeHive, writeTailcallConfig } from './configured-peers.js';
import type { Command } from './pinned-process.js';
import { ENGINE_FLAGS, PEERS, type Place } from './places.js';
import { trunklineCommand } from './trunkline.js';
import type { SchemaKind } from './workloads/workload.js';

/** A server that does the same work. */
export interface Candidate {
  readonly title: string;
  readonly kind: SchemaKind;
  /** Whether it is one of the peers, which are installed for the bench alone. */
  readonly isPeer: boolean;
  readonly commandAt: (place: Place) => Promise<Command>;
}

const handWritten = (file: string, title: string): Candidate => ({
  title,
  kind: 'plain',
  isPeer: true,
  commandAt: async ({ port, firstUpstreamPort }) => ({
    program: process.execPath,
    args: [...ENGINE_FLAGS, `dist/${file}.js`, String(port), String(firstUpstreamPort)],
    folder: PEERS,
  }),
});

const configured = (
  kind: 'tailcall' | 'hive',
  title: string,
  compose: (place: Place) => Promise<Command>,
): Candidate => ({ title, kind, isPeer: true, commandAt: compose });

/** All that can be measured. Ratios are to the first. */
export const CANDIDATES = {
  apollo: handWritten('apollo', 'naive Apollo Server 5 + type-graphql + DataLoader'),
  datasource: handWritten('datasource', 'Apollo Server 5 + datasource-rest'),
  yoga: handWritten('yoga', 'GraphQL Yoga 5 + DataLoader'),
  hive: configured('hive', 'Hive Gateway 2 over Mesh', composeHive),
  mercurius: handWritten('mercurius', 'Mercurius 16 with jit and loaders'),
  tailcall: configured('tailcall', 'Tailcall 1.6 (Rust)', writeTailcallConfig),
  floor: handWritten('floor', 'floor: `node:http`, undici and JSON by hand'),
  'trunkline-apollo': {
    title: 'Trunkline, `TRUNKLINE_LANE=apollo`',
    kind: 'trunkline',
    isPeer: false,
    commandAt: trunklineCommand({ TRUNKLINE_LANE: 'apollo' }),
  },
  'trunkline-pipelined': {
    title: 'Trunkline, `pipelining: 16`',
    kind: 'trunkline',
    isPeer: false,
    commandAt: trunklineCommand({}, [], { pipelining: 16 }),
  },
  trunkline: { title: '**Trunkline**', kind: 'trunkline', isPeer: false, commandAt: trunklineCommand({}) },
} as const satisfies Readonly<Record<string, Candidate>>;

export type CandidateName = keyof typeof CANDIDATES;

/** What all others are compared with. */
export const BASE: CandidateName = 'apollo';
