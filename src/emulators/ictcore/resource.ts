import { CoreException } from './errors.js';
import { value, type Context, type Endpoint } from './route.js';
import type { State } from './state.js';
import { toInteger, type Row, type Table, type Values } from './table.js';

/** An object of the server in memory: columns as text or NULL, and over them what a client sent, as it was sent. */
export type Item = Record<string, unknown>;

/** One kind of object with its five operations. */
export interface Resource {
  /** `contacts`. */
  readonly path: string;
  /** What error messages call it: `Contact`. */
  readonly thing: string;
  /** `contact` of `contact_create`, `contact_list` …; also its name in the ledger. */
  readonly permission: string;
  readonly table: Table & { readonly key: string };
  /** An object that was never saved: its fields in the order in which they are sent, and their defaults. */
  readonly blank: Values;
  /** Fields that a client's values never reach. Fields nobody knows are echoed, but not stored. */
  readonly readOnly: readonly string[];
  readonly list: (context: Context) => unknown;
  /** An object that is in no table, e.g. contact -2. */
  readonly special?: (id: string, state: State, userId: string | null) => Item | undefined;
  /** The key behind another name of an object, e.g. a user's e-mail address. */
  readonly named?: (id: string, state: State) => string | undefined;
  /** A row as an object, where that is more than its columns. */
  readonly toItem?: (row: Row, state: State) => Item;
  /** Before a new object is saved. */
  readonly creating?: (item: Item, data: Values, context: Context) => void;
  /** Before any save: what goes into columns beside the object's own fields. */
  readonly saving?: (item: Item, context: Context) => Values;
  /** Columns that may not be the same in two rows, unless one is NULL. */
  readonly unique?: ReadonlyArray<readonly string[]>;
  /** After an object was saved; what it throws does not undo that. */
  readonly saved?: (item: Item, context: Context) => void;
  /** After an object was deleted; what it throws does not undo that. */
  readonly deleted?: (row: Row, context: Context) => void;
}

/** Create, list, read, update and delete. */
export function endpointsOf(resource: Resource): Endpoint[] {
  const { path, permission } = resource;
  const one = `/${path}/:id`;
  return [
    {
      method: 'POST',
      pattern: `/${path}`,
      access: [`${permission}_create`],
      answer: (context) => value(create(resource, context)),
    },
    {
      method: 'GET',
      pattern: `/${path}`,
      access: [`${permission}_list`],
      answer: (context) => value(resource.list(context)),
    },
    {
      method: 'GET',
      pattern: one,
      access: [`${permission}_read`],
      answer: ({ state, params, userId }) => value(load(resource, state, params['id'], userId)),
    },
    {
      method: 'PUT',
      pattern: one,
      access: [`${permission}_update`],
      answer: (context) => value(update(resource, context)),
    },
    {
      method: 'DELETE',
      pattern: one,
      access: [`${permission}_delete`],
      answer: (context) => value(remove(resource, context)),
    },
  ];
}

/** Makes an object of what was sent and answers its key. */
export function create(resource: Resource, context: Context): unknown {
  const item = { ...resource.blank };
  resource.creating?.(item, context.data, context);
  assign(resource, item, context.data);
  save(resource, item, context);
  return item[resource.table.key];
}

/** Reads an object as the server does: `abc` is not found, 0 and below is an object full of NULLs, `12x` is 12. */
export function load(resource: Resource, state: State, id = '', userId: string | null = null): Item {
  const special = resource.special?.(id, state, userId);
  if (special) return special;
  const name = resource.named?.(id, state) ?? id;
  const key = toInteger(name);
  if (key <= 0 && /^-?\d/.test(name)) return { ...resource.blank };
  const row = state.rows(resource.table).find(key);
  if (!row) throw new CoreException(404, `${resource.thing} not found`);
  return resource.toItem?.(row, state) ?? fieldsOf(resource.blank, row);
}

/** The fields of a blank object, filled from a row. */
export function fieldsOf(blank: Values, row: Row): Item {
  return Object.fromEntries(Object.keys(blank).map((field) => [field, row[field] ?? null]));
}

function update(resource: Resource, context: Context): Item {
  const item = load(resource, context.state, context.params['id'], context.userId);
  assign(resource, item, context.data);
  save(resource, item, context);
  return item;
}

function remove(resource: Resource, context: Context): true {
  const { table, permission, thing } = resource;
  const { state, params, userId, did } = context;
  const item = load(resource, state, params['id'], userId);
  const row = stored(resource, state, item);
  if (!row) throw new CoreException(417, `${thing} delete failed`);
  state.rows(table).remove(row);
  did(`${permission}.delete ${String(item[table.key])}`);
  resource.deleted?.(row, context);
  return true;
}

function assign({ readOnly }: Resource, item: Item, data: Values): void {
  for (const [field, given] of Object.entries(data)) if (!readOnly.includes(field)) item[field] = given;
}

function save(resource: Resource, item: Item, context: Context): void {
  const { table, permission } = resource;
  const { state, userId, did } = context;
  const rows = state.rows(table);
  const columns = { ...item, ...resource.saving?.(item, context) };
  // The key is a public property: a client's own wins over the path's, and turns a POST into an UPDATE (capture 61).
  if (isEmpty(item[table.key])) {
    const created = { ...columns, user_id: userId, date_created: state.seconds(), [table.key]: null };
    refuseTwin(resource, rows.all(), created, () => {
      rows.skip();
    });
    item[table.key] = Number(rows.insert(created)[table.key]);
    did(`${permission}.create ${String(item[table.key])}`);
  } else {
    const row = stored(resource, state, item);
    if (row) {
      rows.update(row, { ...columns, user_id: null, [table.key]: null });
      did(`${permission}.update ${String(item[table.key])}`);
    }
  }
  resource.saved?.(item, context);
}

/** A failed INSERT is 417, and its key is used up all the same (captures 275 to 277). */
function refuseTwin({ unique = [], thing }: Resource, rows: readonly Row[], columns: Values, skip: () => void): void {
  const twin = unique.some((names) =>
    rows.some((row) =>
      names.every((name) => {
        const [mine, its] = [columns[name], row[name]];
        return typeof mine === 'string' && mine !== '' && its?.toLowerCase() === mine.toLowerCase();
      }),
    ),
  );
  if (!twin) return;
  skip();
  throw new CoreException(417, `${thing} creation failed`);
}

function stored({ table }: Resource, state: State, item: Item): Row | undefined {
  return state.rows(table).find(toInteger(String(item[table.key])));
}

/** PHP's `empty()`. */
export function isEmpty(given: unknown): boolean {
  return given === undefined || given === null || given === '' || given === '0' || given === 0 || given === false;
}
