import { jsonReply, type Call, type Reply, type Route } from '../kit/http.js';
import { isRecord, readJson } from './body.js';
import { listReply } from './list.js';
import { invalid, JSON_TYPE, Refusal } from './refusal.js';
import type { PreferenceRow, State } from './state.js';

const PREFERENCES = '/api/2.0/notification_preferences/';

export function preferenceRoutes(state: () => State): Route[] {
  return [
    { method: 'GET', pattern: PREFERENCES, handle: (call) => listReply(state().preferences(), call.query) },
    { method: 'PUT', pattern: PREFERENCES, handle: (call) => update(state(), call) },
  ];
}

/** One preference or an array of them (not under `objects`); only these change, and only these are answered. */
function update(state: State, call: Call): Reply {
  const body = readJson(call);
  const rows = (Array.isArray(body) ? body : [body]).map((item: unknown) => toRow(state, item));
  for (const row of rows) {
    state.setPreference(row);
    call.recordEffect(`preference.update ${row.contact} ${row.medium} ${row.type} ${row.value}`);
  }
  return jsonReply({ objects: rows }, 202, JSON_TYPE);
}

function toRow(state: State, item: unknown): PreferenceRow {
  const given = isRecord(item) ? item : {};
  const { contact, medium, type, value } = given;
  for (const point of ['contact', 'medium', 'type', 'value']) {
    if (given[point] === undefined) throw new Refusal(400, [invalid('This field is required', point)]);
  }
  if (typeof value !== 'boolean') throw new Refusal(400, [invalid('A boolean is expected', 'value')]);
  const known = state
    .preferences()
    .find((row) => row.contact === contact && row.medium === medium && row.type === type);
  if (!known) throw new Refusal(400, [invalid('There is no such preference', 'type')]);
  return { ...known, value };
}
