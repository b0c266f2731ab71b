import { CoreException } from './errors.js';
import { value, type Context, type Endpoint } from './route.js';
import type { State } from './state.js';
import { toInteger, type Row, type Table, type Values } from './table.js';

/** An object of the server in memory: columns as text or NULL, and over them what a client sent, as it was sent. */
export type Item = Record<string, unknown>;

/** One kind of object with its five operations. Campaigns, accounts and the rest are further values of this type. */
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
  readonly special?: (id: string) => Item | undefined;
  /** Before a new object is saved. */
  readonly creating?: (item: Item, data: Values) => void;
  /** After an object was saved; what it throws does not undo that. */
  readonly saved?: (item: Item, context: Context) => void;
}

/** Create, list, read, update and delete. */
export function endpointsOf(resource: Resource): Endpoint[] {
  const { path, permission, thing, table } = resource;
  const { key } = table;
  const one = `/${path}/:id`;
  return [
    {
      method: 'POST',
      pattern: `/${path}`,
      access: [`${permission}_create`],
      answer: (context) => {
        const item = { ...resource.blank };
        resource.creating?.(item, context.data);
        assign(resource, item, context.data);
        save(resource, item, context);
        return value(item[key]);
      },
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
      answer: ({ state, params }) => value(load(resource, state, params['id'])),
    },
    {
      method: 'PUT',
      pattern: one,
      access: [`${permission}_update`],
      answer: (context) => {
        const item = load(resource, context.state, context.params['id']);
        assign(resource, item, context.data);
        save(resource, item, context);
        return value(item);
      },
    },
    {
      method: 'DELETE',
      pattern: one,
      access: [`${permission}_delete`],
      answer: ({ state, params, did }) => {
        const item = load(resource, state, params['id']);
        const row = stored(resource, state, item);
        if (!row) throw new CoreException(417, `${thing} delete failed`);
        state.rows(table).remove(row);
        did(`${permission}.delete ${String(item[key])}`);
        return value(true);
      },
    },
  ];
}

/** Reads an object as the server does: `abc` is not found, 0 and below is an object full of NULLs, `12x` is 12. */
export function load(resource: Resource, state: State, id = ''): Item {
  const special = resource.special?.(id);
  if (special) return special;
  const key = toInteger(id);
  if (key <= 0 && /^-?\d/.test(id)) return { ...resource.blank };
  const row = state.rows(resource.table).find(key);
  if (!row) throw new CoreException(404, `${resource.thing} not found`);
  return toItem(resource, row);
}

function toItem({ blank }: Resource, row: Row): Item {
  return Object.fromEntries(Object.keys(blank).map((field) => [field, row[field] ?? null]));
}

function assign({ readOnly }: Resource, item: Item, data: Values): void {
  for (const [field, given] of Object.entries(data)) if (!readOnly.includes(field)) item[field] = given;
}

function save(resource: Resource, item: Item, context: Context): void {
  const { table, permission } = resource;
  const { state, userId, did } = context;
  // The key is a public property: a client's own wins over the path's, and turns a POST into an UPDATE (capture 61).
  if (isEmpty(item[table.key])) {
    const created = { ...item, user_id: userId, date_created: Math.floor(state.clock.now() / 1000), [table.key]: null };
    item[table.key] = Number(state.rows(table).insert(created)[table.key]);
    did(`${permission}.create ${String(item[table.key])}`);
  } else {
    const row = stored(resource, state, item);
    if (row) {
      state.rows(table).update(row, { ...item, user_id: null, [table.key]: null });
      did(`${permission}.update ${String(item[table.key])}`);
    }
  }
  resource.saved?.(item, context);
}

function stored({ table }: Resource, state: State, item: Item): Row | undefined {
  return state.rows(table).find(toInteger(String(item[table.key])));
}

/** PHP's `empty()`. */
function isEmpty(given: unknown): boolean {
  return given === undefined || given === null || given === '' || given === '0' || given === 0 || given === false;
}
