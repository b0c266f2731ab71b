import { contacts } from './contacts.js';
import { CoreException } from './errors.js';
import { links } from './links.js';
import type { Context } from './route.js';
import type { Row } from './table.js';

const COLUMNS = [
  'phone',
  'first_name',
  'last_name',
  'email',
  'address',
  'custom1',
  'custom2',
  'custom3',
  'description',
];

/** The file that is shipped as an example (capture 87). */
export const SAMPLE = [
  '"923330000000","Valid","Contact","email@domain.com","street address","custome 1","custome 2","custome 3","any comments will be here"',
  '"923331111111","First2","Last2","other@domain.com","street address","custome value 1","custome value 2","custome value 3",""',
].join('\n');

/** How long the daemon takes to start (research notes: rows appear about a second later), and for each batch of rows. */
export const IMPORT_DELAY = 1000;
const BATCH = 1000;

const TYPES: readonly string[] = ['text/csv', 'text/plain'];

/** No header line, and quotes within a value stay as they are: the server joins strings. */
export function exportCsv(rows: readonly Row[]): string {
  return rows.map((row) => `${COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(',')}\n`).join('');
}

/** Takes a file for the daemon and answers the group's id; nobody hears how the import went. */
export function importCsv(context: Context, findGroup: () => string): string {
  const { state, mime, body, did } = context;
  if (!TYPES.includes(mime)) throw new CoreException(415, 'Unsupported File Type');
  if (body === '') throw new CoreException(411, 'Empty file');
  const group = findGroup();
  // One daemon a group: a second one ends at the first one's lock, with exit code 0 (finding `second-import-dropped`).
  if (!state.importing.has(group)) {
    state.importing.add(group);
    state.later(IMPORT_DELAY, () => {
      importRows(context, group, readLines(body));
    });
  }
  did(`group.import ${group}`);
  return group;
}

/** Adds some rows and comes back for the rest; a row that is neither one column nor nine kills the daemon (finding `import-rows`). */
function importRows(context: Context, group: string, rows: readonly string[][]): void {
  const { state, userId } = context;
  for (const cells of rows.slice(0, BATCH)) {
    if (cells.length !== 1 && cells.length !== COLUMNS.length) {
      state.importing.delete(group);
      return;
    }
    const values = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index]]));
    const row = { ...values, user_id: userId, date_created: state.seconds() };
    const { contact_id } = state.rows(contacts).insert(row);
    state.rows(links).insert({ group_id: group, contact_id });
  }
  const rest = rows.slice(BATCH);
  if (rest.length === 0) state.importing.delete(group);
  else {
    state.later(IMPORT_DELAY, () => {
      importRows(context, group, rest);
    });
  }
}

/** Every line is a row, whatever quotes it is in the middle of: PHP's `file()`, and then `str_getcsv` for each. */
function readLines(body: string): string[][] {
  const lines = body.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => readLine(line.replace(/\r$/, '')));
}

/** PHP's `str_getcsv`: within quotes a backslash shields the next character, and stays. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at += 1) {
    const quoted = /^[ \t]*"/.exec(line.slice(at));
    let cell = '';
    if (quoted) {
      for (at += quoted[0].length; at < line.length; at += 1) {
        const two = line.slice(at, at + 2);
        if (two.startsWith('\\') && two.length === 2) {
          cell += two;
          at += 1;
        } else if (two === '""') {
          cell += '"';
          at += 1;
        } else if (line[at] === '"') {
          at += 1;
          break;
        } else cell += line[at] ?? '';
      }
    }
    // What follows a closing quote is taken as it is.
    const end = line.indexOf(',', at);
    const last = end === -1 ? line.length : end;
    cells.push(cell + line.slice(at, last));
    at = last;
  }
  return cells;
}
