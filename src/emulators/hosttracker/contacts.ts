import type { Call, Handler, Reply, Route } from '../kit/http.js';
import { readChange, readGeneral, type Change } from './editable.js';
import { filterOf } from './filter.js';
import { readFields, say } from './format.js';
import type { ContactType } from './options.js';
import { badParameter, Refusal } from './refusal.js';
import type { ContactRow, ContactStatus, State } from './state.js';
import { arrayOfContact, oneContact } from './write-xml.js';

const KINDS: ReadonlyArray<{ path: string; type: ContactType; root: string }> = [
  { path: 'email', type: 'Email', root: 'EmailContactEditableData' },
  { path: 'sms', type: 'SMS', root: 'SmsContactEditableData' },
  { path: 'im', type: 'IM', root: 'IMContactEditableData' },
  // Not "VoiceCallContactEditableData": the document's one exception.
  { path: 'voice', type: 'VoiceCall', root: 'VoiceCallEditableData' },
];

export function contactRoutes(state: State): Route[] {
  const route = (method: string, pattern: string, handle: Handler): Route => ({ method, pattern, handle });

  const list: Handler = ({ headers, query }) => sayMany(headers, state.rows.filter(filterOf(query, state.fold)));

  const read: Handler = (call) => sayOne(call, found(call));

  const updateMany = (call: Call, kind?: (typeof KINDS)[number]): Reply => {
    const fits = filterOf(call.query, state.fold);
    const rows = state.rows.filter((row) => fits(row) && (!kind || row.contactType === kind.type));
    const fields = readFields(call, kind?.root ?? 'ContactEditableData');
    const change = kind ? readChange(kind.type, fields) : readGeneral(fields);
    for (const row of rows) update(call, row, change);
    return sayMany(call.headers, rows);
  };

  // Without a filter this is every contact of the account: "specified by filter or all contacts".
  const removeMany: Handler = (call) => {
    const rows = state.rows.filter(filterOf(call.query, state.fold));
    for (const row of rows) remove(call, row);
    return sayMany(call.headers, rows);
  };

  const removeOne: Handler = (call) => {
    const row = found(call);
    remove(call, row);
    return sayOne(call, row);
  };

  const create = (call: Call, { type, root }: (typeof KINDS)[number]): Reply => {
    const { address, ...change } = readChange(type, readFields(call, root));
    if (address === undefined) throw badParameter('address should be specified.');
    const row = state.add({ ...change, address, contactType: type, confirmed: state.sending === 'Confirmed' });
    own(row);
    if (state.sending === 'CodeSent') row.code = state.nextCode();
    call.recordEffect(`contact.create ${row.id}`);
    return sayOne(call, row, { status: state.sending, http: 201 });
  };

  // A wrong code is not an error but a status (SOAP twin, ContactOperationResult).
  const confirm: Handler = (call) => {
    const row = found(call);
    const { code } = readFields(call, 'ContactCode');
    if (!row.confirmed) {
      if (row.code === undefined || String(code) !== row.code) return sayOne(call, row, { status: 'CodeFail' });
      row.confirmed = true;
      delete row.code;
      call.recordEffect(`contact.confirm ${row.id}`);
    }
    return sayOne(call, row, { status: 'Confirmed' });
  };

  const resend: Handler = (call) => {
    const row = found(call);
    if (row.confirmed) return sayOne(call, row, { status: 'Confirmed' });
    if (state.sending === 'CodeSent') {
      row.code = state.nextCode();
      call.recordEffect(`contact.resend ${row.id}`);
    }
    return sayOne(call, row, { status: state.sending });
  };

  function found({ params }: Call): ContactRow {
    const row = state.find(params['id'] ?? '');
    if (!row) throw new Refusal(404, 'ContactNotFound', 'There is no contact with this id.');
    return row;
  }

  function foundOfType(call: Call, type: ContactType): ContactRow {
    const row = found(call);
    if (row.contactType !== type) throw new Refusal(404, 'ContactNotFound', `The contact is not of type ${type}.`);
    return row;
  }

  function update(call: Call, row: ContactRow, change: Change): void {
    Object.assign(row, structuredClone(change));
    own(row);
    call.recordEffect(`contact.update ${row.id}`);
  }

  function remove(call: Call, row: ContactRow): void {
    state.rows = state.rows.filter((other) => other !== row);
    call.recordEffect(`contact.delete ${row.id}`);
  }

  return [
    route('GET', '/contacts', list),
    route('PUT', '/contacts', (call) => updateMany(call)),
    route('DELETE', '/contacts', removeMany),
    ...KINDS.flatMap((kind) => [
      route('POST', `/contacts/${kind.path}`, (call) => create(call, kind)),
      // The index has no id here, the examples have one; without it the filter chooses, as in the general PUT.
      route('PUT', `/contacts/${kind.path}`, (call) => updateMany(call, kind)),
      route('PUT', `/contacts/${kind.path}/:id`, (call) => {
        const row = foundOfType(call, kind.type);
        update(call, row, readChange(kind.type, readFields(call, kind.root)));
        return sayOne(call, row);
      }),
    ]),
    route('GET', '/contacts/:id', read),
    route('DELETE', '/contacts/:id', removeOne),
    route('POST', '/contacts/:id/code', confirm),
    route('PATCH', '/contacts/:id/code', resend),
  ];
}

/** A contact's subscriptions name it. */
function own(row: ContactRow): void {
  row.subscriptions = row.subscriptions.map((subscription) => ({ ...subscription, contactId: row.id }));
}

function sayMany(headers: Call['headers'], rows: readonly ContactRow[]): Reply {
  return say(headers, { json: rows.map((row) => shown(row)), xml: arrayOfContact(rows) });
}

function sayOne(call: Call, row: ContactRow, { status, http }: { status?: ContactStatus; http?: number } = {}): Reply {
  return say(call.headers, { json: { ...shown(row), ...(status && { status }) }, xml: oneContact(row, status) }, http);
}

/** In the order of the document's JSON sample. */
function shown(row: ContactRow): ContactRow {
  const { id, address, confirmed, contactType, name, sendCost, alertDelay, ...rest } = row;
  const editable = { id, address, confirmed, contactType, name, sendCost, alertDelay, ...rest };
  delete editable.code;
  return editable;
}
