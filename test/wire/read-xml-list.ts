import { createLister } from '../../src/wire/lister.js';
import { APART, PADDING, readRows } from './xml-list.js';

// A process of its own, which has nothing to do after this but a thread that waits for work.
const body = `<List>${'<Row><id>1</id></Row>'.repeat(200)}</List>${PADDING}`;
const keepAlive = setTimeout(() => undefined, 10_000);
const { rows } = await readRows(createLister, APART, body);
clearTimeout(keepAlive);
process.stdout.write(`${rows.length}\n`);
