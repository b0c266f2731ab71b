import { checkTables } from './lmdb-integrity.js';
import { openTables } from './lmdb-tables.js';

// The file that the process of its own runs: it reads the whole store in a directory and says whether it is well.
const [directory = ''] = process.argv.slice(2);
try {
  const tables = await openTables(directory, { isCheck: true });
  await tables.readTransaction(() => {
    checkTables(tables, Date.now());
  });
  await tables.close();
  process.send?.('intact');
} catch (error) {
  process.send?.(error instanceof Error ? error.message : String(error));
}
process.disconnect();
