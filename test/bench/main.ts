import { toTable } from '../../src/commands/table.js';
import { benchLists } from './lists.js';

const ROWS = 20_000;

process.stdout.write(`5 upstreams × ${ROWS} contacts, contacts(first: 50, orderBy: { field: DISPLAY_NAME })\n`);
const lines = await benchLists(ROWS);
process.stdout.write(`${toTable(lines.map(({ what, value }) => [what, value]))}\n`);
