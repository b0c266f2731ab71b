// Run as a process of its own that may write files of some size only: claims until that fails, then tells how.
import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { makeRecord } from './make-record.js';

const store = await openLmdbStore(process.argv[2] ?? '');
const stored: string[] = [];
for (;;) {
  const record = makeRecord({ message: 'x'.repeat(4000) });
  // Several at once, since they share a commit, and each of them must hear of it.
  const others = [makeRecord(), makeRecord()];
  const results = await Promise.allSettled([record, ...others].map((each) => store.insert(each)));
  if (results.every(({ status }) => status === 'fulfilled')) {
    stored.push(record.id);
    continue;
  }
  // What nobody handles would end the process here.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const there = await Promise.all(stored.map((id) => store.get(id)));
  const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'kept'));
  process.stdout.write(JSON.stringify({ stored: stored.length, there: there.filter(Boolean).length, reasons }));
  break;
}
await store.close();
