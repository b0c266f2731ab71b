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

/** How long the daemon takes to start (research notes: rows appear about a second later). */
export const IMPORT_DELAY = 1000;

const TYPES: readonly string[] = ['text/csv', 'text/plain'];

/** No header line, and quotes within a value stay as they are: the server joins strings. */
export function exportCsv(rows: readonly Row[]): string {
  return rows.map((row) => `${COLUMNS.map((column) => `"${row[column] ?? ''}"`).join(',')}\n`).join('');
}

/** Takes a file for the daemon and answers the group's id; nobody hears how the import went. */
export function importCsv({ state, userId, mime, body, did }: Context, findGroup: () => string): string {
  if (!TYPES.includes(mime)) throw new CoreException(415, 'Unsupported File Type');
  if (body === '') throw new CoreException(411, 'Empty file');
  const group = findGroup();
  state.later(IMPORT_DELAY, () => {
    const dateCreated = Math.floor(state.clock.now() / 1000);
    for (const cells of body
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map(readLine)) {
      const values = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index]]));
      const { contact_id } = state.rows(contacts).insert({ ...values, user_id: userId, date_created: dateCreated });
      state.rows(links).insert({ group_id: group, contact_id });
    }
  });
  did(`group.import ${group}`);
  return group;
}

function readLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}
