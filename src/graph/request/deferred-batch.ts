import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { ItemBackend } from '../ports/list-backend.js';
import type { Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { PartialRow } from './partial-row.js';

type Backend = ItemBackend<PartialRow>;
type Answer = Awaited<ReturnType<NonNullable<Backend['fetchDeferred']>>>;

/** Columns that rows of a noun lack, asked of their upstream for all rows and columns at once. */
export class DeferredBatch {
  /** It never rejects. */
  readonly ended: Promise<void>;
  readonly #noun: Noun;
  readonly #rows = new Map<string, PartialRow>();
  readonly #columns = new Set<string>();
  #isSent = false;
  #answer: Answer | undefined;
  #failure: unknown;

  constructor(noun: Noun, backend: Backend | undefined, callOptions: CallOptions) {
    this.#noun = noun;
    // What is resolved meanwhile lacks columns, too.
    this.ended = new Promise<void>(
      (resolve) =>
        void Promise.resolve().then(() => {
          process.nextTick(resolve);
        }),
    ).then(() => this.#send(backend, callOptions));
  }

  /** Whether it asks for this column of this row, or does so from now on. */
  takes(row: PartialRow, column: string): boolean {
    if (this.#isSent) {
      const sent = this.#rows.get(row.id);
      return sent !== undefined && this.#columns.has(column) && Reflect.get(sent, column) === undefined;
    }
    this.#rows.set(row.id, row);
    this.#columns.add(column);
    return true;
  }

  /** The value of a column, once this has ended; null is "can't be told". */
  valueOf(row: PartialRow, column: string): unknown {
    if (!this.#answer) throw this.#failure;
    const cells = this.#answer.get(row.id);
    if (!cells) return null;
    const value = cells[column];
    // An error in place of a value fails this value only.
    if (value instanceof Error) throw value;
    return value ?? (column in cells ? null : this.#failFor(row, column));
  }

  async #send(backend: Backend | undefined, callOptions: CallOptions): Promise<void> {
    this.#isSent = true;
    const rows = [...this.#rows.values()];
    const columns = [...this.#columns];
    try {
      if (!backend?.fetchDeferred) throw unreadableColumn(this.#noun, rows[0], columns[0]);
      this.#answer = await backend.fetchDeferred(rows, columns, callOptions);
    } catch (error) {
      this.#failure = error;
    }
  }

  /** A column that the reads which should tell it did not tell, although they found the thing: this must not pass for a null. */
  #failFor({ upstream }: PartialRow, column: string): never {
    const message = `the answers about a ${this.#noun} do not tell its column "${column}"`;
    throw new ProviderFailure(upstream.name, 'protocol', message);
  }
}

/** A column that no read of the provider tells: a mistake in its columns, which must not pass for a null. */
function unreadableColumn(noun: Noun, row: PartialRow | undefined, column: string | undefined): TypeError {
  return new TypeError(`${row?.upstream.name} has no way to read the column "${column}" of a ${noun}`);
}

/** The batches of one request. */
export class DeferredBatches {
  readonly #upstreams: ReadonlyMap<string, OpenUpstream>;
  readonly #callOptions: CallOptions;
  /** By upstream and noun, the latest last. */
  readonly #batches = new Map<string, Map<Noun, DeferredBatch[]>>();

  constructor(upstreams: ReadonlyMap<string, OpenUpstream>, callOptions: CallOptions) {
    this.#upstreams = upstreams;
    this.#callOptions = callOptions;
  }

  /** The batch that asks for a column: each is asked for once. */
  batchOf(noun: Noun, row: PartialRow, column: string): DeferredBatch {
    const { name } = row.upstream;
    let byNoun = this.#batches.get(name);
    if (!byNoun) this.#batches.set(name, (byNoun = new Map<Noun, DeferredBatch[]>()));
    let batches = byNoun.get(noun);
    if (!batches) byNoun.set(noun, (batches = []));
    for (const batch of batches) if (batch.takes(row, column)) return batch;
    const backend = this.#upstreams.get(name)?.backends[noun] as Backend | undefined;
    const batch = new DeferredBatch(noun, backend, this.#callOptions);
    batch.takes(row, column);
    batches.push(batch);
    return batch;
  }
}
