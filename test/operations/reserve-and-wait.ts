// Run as a process of its own: claims a record in the directory that is named first, tells it, and waits to be killed.
import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { makeRecord } from './make-record.js';

const store = await openLmdbStore(process.argv[2] ?? '');
const record = makeRecord({ owner: store.owner, scope: 'mine' });
await store.insert(record);
process.stdout.write(`${JSON.stringify(record)}\n`);
setInterval(() => undefined, 60_000);
