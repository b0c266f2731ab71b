import { jsonReply, type Call, type Reply, type Route } from '../kit/http.js';
import { isRecord, readJson } from './body.js';
import { listReply } from './list.js';
import { invalid, JSON_TYPE, notFound, Refusal, type ApiError } from './refusal.js';
import { CONTACTS, resourceUri, type ContactRow, type State } from './state.js';

type Writable = Pick<ContactRow, 'email' | 'name' | 'phone'>;

export function contactRoutes(state: () => State): Route[] {
  return [
    { method: 'GET', pattern: CONTACTS, handle: (call) => listReply(all(state()).map(toWire), call.query) },
    { method: 'POST', pattern: CONTACTS, handle: (call) => create(state(), call) },
    { method: 'GET', pattern: `${CONTACTS}:uuid/`, handle: (call) => read(state(), call) },
    { method: 'PUT', pattern: `${CONTACTS}:uuid/`, handle: (call) => update(state(), call) },
    { method: 'DELETE', pattern: `${CONTACTS}:uuid/`, handle: (call) => remove(state(), call) },
  ];
}

function all(state: State): ContactRow[] {
  return [...state.contacts.values()];
}

function toWire(row: ContactRow): object {
  const { email, main, name, phone, uuid } = row;
  return { email, main, name, phone, resource_uri: resourceUri(uuid), uuid };
}

function find(state: State, call: Call): ContactRow {
  const uuid = call.params['uuid'] ?? '';
  const row = state.contacts.get(uuid);
  if (!row) throw notFound(`Object with uuid ${uuid} does not exist`);
  return row;
}

function read(state: State, call: Call): Reply {
  return jsonReply(toWire(find(state, call)), 200, JSON_TYPE);
}

/** One or many under `objects`, all or none. */
function create(state: State, call: Call): Reply {
  const body = readJson(call);
  const objects: unknown = isRecord(body) ? body['objects'] : undefined;
  if (!Array.isArray(objects)) throw new Refusal(400, [invalid('This field is required', 'objects')]);
  const errors: ApiError[] = [];
  const fields = objects.map((item: unknown) => readFields(item, errors, ['email', 'name']));
  if (errors.length > 0) throw new Refusal(400, errors);
  const rows = fields.map(({ email = '', name = '', phone = '' }) => {
    const row: ContactRow = { uuid: state.newUuid(), email, name, phone, main: null };
    state.contacts.set(row.uuid, row);
    call.recordEffect(`contact.create ${row.uuid}`);
    return row;
  });
  const reply = jsonReply({ objects: rows.map(toWire) }, 201, JSON_TYPE);
  const [first, second] = rows;
  return first && !second ? { ...reply, headers: { ...reply.headers, location: resourceUri(first.uuid) } } : reply;
}

/** What is left out stays as it was; the answer is flat and alone in carrying `pk`. */
function update(state: State, call: Call): Reply {
  const row = find(state, call);
  const errors: ApiError[] = [];
  const fields = readFields(readJson(call), errors);
  if (errors.length > 0) throw new Refusal(400, errors);
  Object.assign(row, fields);
  call.recordEffect(`contact.update ${row.uuid} ${Object.keys(fields).join(',')}`);
  return jsonReply({ ...toWire(row), pk: row.uuid }, 200, JSON_TYPE);
}

function remove(state: State, call: Call): Reply {
  const { uuid, main } = find(state, call);
  if (main) {
    throw new Refusal(403, [
      { error_type: 'permission', error_message: 'The main contact cannot be deleted', error_point: null },
    ]);
  }
  state.contacts.delete(uuid);
  call.recordEffect(`contact.delete ${uuid}`);
  return { status: 204, headers: { 'content-type': 'text/html; charset=utf-8' } };
}

/** The columns a client may write; the others are read-only and ignored, as this framework does. */
function readFields(item: unknown, errors: ApiError[], required: readonly string[] = []): Partial<Writable> {
  if (!isRecord(item)) {
    errors.push(invalid('An object is expected'));
    return {};
  }
  for (const point of required) {
    if (item[point] === undefined) errors.push(invalid('This field is required', point));
  }
  const fields: Partial<Writable> = {};
  const { email, name, phone } = item;
  if (email !== undefined) {
    if (typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email)) fields.email = email;
    else errors.push(invalid('Enter a valid e-mail address', 'email'));
  }
  if (name !== undefined) {
    if (typeof name === 'string') fields.name = name;
    else errors.push(invalid('A string is expected', 'name'));
  }
  if (phone !== undefined) {
    if (phone === null || (typeof phone === 'string' && /^[+\d\s().-]*$/.test(phone))) fields.phone = normalised(phone);
    else errors.push(invalid('Enter a valid phone number', 'phone'));
  }
  return fields;
}

/** The document's example: "+1 123 555 1234" is kept as "+11235551234". */
function normalised(phone: string | null): string | null {
  return phone?.replace(/[^+\d]/g, '') ?? null;
}
