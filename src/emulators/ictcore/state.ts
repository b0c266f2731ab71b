import type { Clock } from '../kit/clock.js';
import { createRows, type Rows, type RowsOf, type Table, type Values } from './table.js';
import { createTokens, type Tokens } from './tokens.js';

export interface Configuration {
  /** `*` or a comma-separated list of origins; without it CORS is off. */
  readonly 'website:cors'?: string;
  /** `stock`: the FreeSWITCH template as released, which fails on every save of a sip provider (capture 368). */
  readonly sip_template?: 'stock' | 'mended';
}

interface Job {
  readonly due: number;
  readonly work: () => void;
}

/** Everything the server remembers. */
export interface State {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly configuration: () => Configuration;
  readonly rows: RowsOf;
  /** Hands work to the daemon in the background; it is done once the clock has moved on by `delayMs`. */
  readonly later: (delayMs: number, work: () => void) => void;
  /** Does what is due. */
  readonly settle: () => void;
  readonly load: (
    tables: Readonly<Record<string, readonly Values[] | undefined>>,
    configuration: Configuration,
  ) => void;
}

export function createState(tables: readonly Table[], clock: Clock): State {
  let stored = new Map<string, Rows>();
  let jobs: Job[] = [];
  let configuration: Configuration = {};
  const rows: RowsOf = (table) => {
    const found = stored.get(table.name);
    if (!found) throw new Error(`ictcore: no table "${table.name}"; its resource is not in resources.ts`);
    return found;
  };
  return {
    clock,
    tokens: createTokens(clock),
    configuration: () => configuration,
    rows,
    later: (delayMs, work) => jobs.push({ due: clock.now() + delayMs, work }),
    settle: () => {
      const due = jobs.filter((job) => job.due <= clock.now());
      jobs = jobs.filter((job) => job.due > clock.now());
      for (const job of due) job.work();
    },
    load: (data, configured) => {
      stored = new Map(tables.map((table) => [table.name, createRows(table, rows)]));
      jobs = [];
      configuration = configured;
      for (const table of tables) {
        for (const values of data[table.name] ?? []) {
          const row = rows(table).insert(values);
          rows(table).update(row, values);
        }
      }
    },
  };
}
