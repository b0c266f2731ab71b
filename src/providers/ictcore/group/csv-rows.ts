import { CsvFault, type CsvRow } from '../../../wire/csv.js';
import { CONTACT_MAX_BYTES } from '../contact/columns.js';
import { textRule } from '../shared/writes/rules.js';

/** The key of a sample of such a CSV, in the place of a group's. */
export const SAMPLE_KEY = 'sample';

/** The columns of a CSV of contacts, in the server's order. */
export const CSV_COLUMNS = [
  'phone',
  'first_name',
  'last_name',
  'email',
  'address',
  'custom1',
  'custom2',
  'custom3',
  'description',
] as const;

type Cells = Readonly<Partial<Record<(typeof CSV_COLUMNS)[number], string | null | undefined>>>;

/** A contact as a line of CSV (RFC 4180), every value in quotation marks. */
export function toCsvLine(contact: Cells): string {
  return `${CSV_COLUMNS.map((column) => quote(contact[column] ?? '')).join(',')}\n`;
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/**
 * Writes a row as the server reads it, or throws the fault by which the server would make something else of it. The
 * server takes nine columns or a phone alone; any other line ends its import without an error (finding `import-rows`).
 */
export function toImportLine({ cells, line, raw }: CsvRow): string {
  const fail = (reason: string): never => {
    throw new CsvFault(line, reason);
  };
  if (/^[,\s]*$/.test(raw)) fail('it is empty, and would become a contact without anything');
  if (cells.length === 1 && /[;\t]/.test(raw) && !/^[^;\t]*;ext=\d+$/.test(raw)) {
    fail('its values are separated by ";" or tabs; separate them by commas');
  }
  if (cells.length !== 1 && cells.length !== CSV_COLUMNS.length) {
    const found = `it has ${cells.length} columns`;
    fail(`${found}; there must be nine (${COLUMN_NAMES}), some of which may be empty, or the phone alone`);
  }
  if (line === 1 && isHeader(cells)) fail('it names the columns, and would become a contact; leave it out');
  for (const [index, cell] of cells.entries()) {
    const column = CSV_COLUMNS[index];
    const fault =
      column && cell.trim() !== '' && textRule({ maxBytes: CONTACT_MAX_BYTES.get(column) ?? 0, multiline: true })(cell);
    if (typeof fault === 'string') fail(`column ${index + 1} (${column}) ${fault}`);
  }
  return `${cells.map((cell) => toServerCell(cell) ?? fail(ESCAPED_QUOTE_FAULT)).join(',')}\n`;
}

const COLUMN_NAMES = 'phone, first name, last name, e-mail, address, custom 1 to 3, description';
const ESCAPED_QUOTE_FAULT =
  'a value holds a backslash before a quotation mark or at its end, and a comma: the server would read further than the value';

/** Within quotation marks PHP takes a backslash as an escape of the next character; outside of them it is a plain character. */
function toServerCell(cell: string): string | undefined {
  if (!/\\"|\\$/.test(cell)) return quote(cell);
  return /,|^\s*"/.test(cell) ? undefined : cell;
}

/** Names that header lines use for these columns, in English, Polish and German. */
const HEADER_NAMES: ReadonlySet<string> = new Set([
  ...['phone', 'phonenumber', 'mobile', 'tel', 'telephone', 'number', 'telefon', 'komorka', 'numer', 'numertelefonu'],
  ...['firstname', 'givenname', 'name', 'imie', 'vorname', 'lastname', 'surname', 'familyname', 'nazwisko', 'nachname'],
  ...['email', 'mail', 'emailaddress', 'address', 'street', 'adres', 'adresse', 'anschrift', 'strasse'],
  ...['custom', 'custom1', 'custom2', 'custom3', 'description', 'comment', 'notes', 'opis', 'uwagi', 'beschreibung'],
]);

/** A line is a header where two of its cells are such names; in a file of phones alone, where its one cell is. */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => HEADER_NAMES.has(toPlain(cell)));
  return names.length >= Math.min(2, cells.length);
}

function toPlain(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/[^a-z\d]/g, '');
}
