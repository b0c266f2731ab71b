import type { EarlierImport, ImportCounts, Upload } from '../../../graph/media/backend.js';
import { InvalidInputError } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { CsvFault, readCsv } from '../../../wire/csv.js';
import { createSpool, type Spool } from '../../../wire/spool.js';
import { toImportLine } from './csv-rows.js';
import type { ImportGuard } from './import-guard.js';

/** At most 8 files are checked at once, as each may take space on the disk. */
const MAX_PARALLEL_IMPORTS = 8;

/** Sends the checked file. */
type SendFile = (file: { readonly length: number; readonly body: ReturnType<Spool['drain']> }) => Promise<void>;

/** Imports into groups. The whole file is checked before any of it is sent, as the server does not report what it made of it. */
export function createGroupImporter(upstream: string, guard: ImportGuard) {
  let activeImports = 0;

  return async (
    group: string,
    { body }: Pick<Upload, 'body'>,
    earlier: readonly EarlierImport[],
    callOptions: CallOptions,
    send: SendFile,
  ): Promise<ImportCounts> => {
    if (activeImports >= MAX_PARALLEL_IMPORTS) {
      body.destroy();
      const message = `${MAX_PARALLEL_IMPORTS} imports into this upstream are under way already; try again in a while`;
      throw new ProviderFailure(upstream, 'overloaded', message, { sent: 'no' });
    }
    const release = guard.acquire(group);
    activeImports += 1;
    const spool = createSpool();
    try {
      const before = await guard.requireIdle(group, earlier, callOptions);
      const rows = await checkFile(body, spool, upstream);
      // An import of another program shows by contacts that came while the file was uploaded.
      await guard.requireUnchanged(group, before, callOptions);
      await send({ length: spool.size(), body: spool.drain() });
      return { before, rows };
    } finally {
      release();
      activeImports -= 1;
      await spool.discard();
      body.destroy();
    }
  };
}

/** Writes a file as the server reads it, and counts its contacts. The first fault rejects the file. */
async function checkFile(body: Upload['body'], spool: Spool, upstream: string): Promise<number> {
  let rows = 0;
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    await spool.append(Buffer.from(lines.join('')));
    lines = [];
  };
  try {
    for await (const row of readCsv(body)) {
      lines.push(toImportLine(row));
      rows += 1;
      if (lines.length === 500) await flush();
    }
    await flush();
    if (rows === 0) throw new CsvFault(1, 'the file is empty');
  } catch (error) {
    if (error instanceof CsvFault) {
      const message = `The contacts were not sent: line ${error.line}: ${error.reason}.`;
      throw new InvalidInputError([{ code: 'BAD_USER_INPUT', message, field: null }]);
    }
    if (!body.errored) throw error;
    const message = 'The contacts were not sent: the file broke off';
    throw new ProviderFailure(upstream, 'unavailable', message, { sent: 'no', cause: error });
  }
  return rows;
}
