import type { Clock } from '../kit/clock.js';
import { createMediaFiles, type MediaFiles } from './media-files.js';
import { createRows, type Rows, type RowsOf, type Table, type Values } from './table.js';
import { createTokens, type Tokens } from './tokens.js';

export interface Configuration {
  /** `*` or a comma-separated list of origins; without it CORS is off. */
  readonly 'website:cors'?: string;
  /** `stock`: the FreeSWITCH template as released, which fails on every save of a sip provider (capture 368). */
  readonly sip_template?: 'stock' | 'mended';
  /** Services (voice 1, fax 2, sms 4, email 8) whose gateway is not running: what they send stays `processing`. */
  readonly gateways_down?: number;
  /** A database that is down: every path answers with a crash. */
  readonly database?: 'down';
  /** PHP's setting of that name; `notices`: the installation has something to print before each answer. */
  readonly display_errors?: 'on' | 'notices';
  /** The database's character set; its default on old systems counts columns in bytes and cuts within a letter. */
  readonly charset?: 'latin1';
  /** Services whose gateway refuses what it is given: such a send fails, and its attempt stays `queued`. */
  readonly gateways_refusing?: number;
  /** `OFF`: tasks on hold are never armed, as the database's events do not run. */
  readonly event_scheduler?: 'ON' | 'OFF';
  /** `community`: who must not be called is answered with `true` (code). */
  readonly edition?: 'community';
}

interface Job {
  readonly due: number;
  readonly work: () => void;
}

/** Everything the server remembers. */
export interface State {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly media: MediaFiles;
  /** Milliseconds of the clock from one step of a transmission to the next. */
  readonly pace: number;
  readonly configuration: () => Configuration;
  readonly rows: RowsOf;
  /** Unix time as the server writes it; in background work, when that was due. */
  readonly seconds: () => number;
  /** Hands work to the daemon in the background; it is done once the clock has moved on by `delayMs`. */
  readonly later: (delayMs: number, work: () => void) => void;
  /** Groups whose import the daemon is at. */
  readonly importing: Set<string>;
  /** Does what is due, in its order, with all that follows from it. */
  readonly settle: () => void;
  readonly load: (
    tables: Readonly<Record<string, readonly Values[] | undefined>>,
    configuration: Configuration,
  ) => void;
}

export function createState(tables: readonly Table[], clock: Clock, pace: number): State {
  let stored = new Map<string, Rows>();
  let jobs: Job[] = [];
  let configuration: Configuration = {};
  let doing: Job | undefined;
  const media = createMediaFiles();
  const importing = new Set<string>();
  const rows: RowsOf = (table) => {
    const found = stored.get(table.name);
    if (!found) throw new Error(`ictcore: no table "${table.name}"; its resource is not in resources.ts`);
    return found;
  };
  const now = (): number => doing?.due ?? clock.now();
  return {
    clock,
    tokens: createTokens(clock),
    media,
    pace,
    configuration: () => configuration,
    rows,
    importing,
    seconds: () => Math.floor(now() / 1000),
    later: (delayMs, work) => jobs.push({ due: now() + delayMs, work }),
    settle: () => {
      for (;;) {
        doing = jobs.reduce<Job | undefined>((first, job) => (first && first.due <= job.due ? first : job), undefined);
        if (!doing || doing.due > clock.now()) break;
        jobs = jobs.filter((job) => job !== doing);
        doing.work();
      }
      doing = undefined;
    },
    load: (data, configured) => {
      configuration = configured;
      stored = new Map(tables.map((table) => [table.name, createRows(table, rows, configured.charset)]));
      jobs = [];
      importing.clear();
      media.clear();
      for (const table of tables) {
        const named = data[table.name];
        if (!named) continue;
        // What triggers have put here gives way to what is named.
        stored.set(table.name, createRows(table, rows, configured.charset));
        for (const values of named) {
          const row = rows(table).insert(values);
          rows(table).update(row, values);
        }
      }
    },
  };
}
