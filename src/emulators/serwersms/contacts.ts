import { found, type Action } from './action.js';
import { toFound, toList } from './list.js';
import { toMembership, toMemberTest } from './membership.js';
import { toRequiredId, toRequiredText, toText, type Params } from './params.js';
import { toStoredPhone } from './phone.js';
import { Refusal } from './refusal.js';
import { TEXT_COLUMNS, toContactRow, type ContactRow, type State, type TextColumn } from './state.js';

const LONGEST_TEXT = 255;

export const contactActions: Readonly<Record<string, Action>> = {
  'contacts/index': ({ state, params }) => {
    const belongs = toMemberTest(params);
    const rows = toFound([...state.contacts.values()].filter(belongs), params, {
      texts: (row) => [...TEXT_COLUMNS.map((column) => row[column]), groupName(state, row) ?? ''],
      fold: state.fold,
      column: (row, name) => (isTextColumn(name) ? row[name] : undefined),
    });
    return toList(rows, params, (row) => ({
      ...toView(row),
      group_id: row.group_id,
      group_name: groupName(state, row),
    }));
  },

  'contacts/view': ({ state, params }) => toView(found(state.contacts, toRequiredId(params, 'id'))),

  'contacts/add': ({ state, params, did }) => {
    const given = toGiven(params);
    const groups = toMembership(state, params) ?? [];
    const ids = (groups.length > 0 ? groups : [null]).map((group_id) => {
      const id = state.newContactId();
      state.contacts.set(id, toContactRow(id, { ...given, group_id }));
      did(`contact.create ${id}`);
      return id;
    });
    return { success: true, id: ids[0] };
  },

  'contacts/edit': ({ state, params, did }) => {
    const row = found(state.contacts, toRequiredId(params, 'id'));
    const given = toGiven(params);
    const groups = toMembership(state, params);
    const edited = { ...row, ...given, group_id: groups ? homeOf(row, groups) : row.group_id };
    state.contacts.set(row.id, edited);
    did(`contact.update ${row.id}`);
    for (const group_id of groups ?? []) {
      if (has(state, edited.phone, group_id)) continue;
      const id = state.newContactId();
      state.contacts.set(id, { ...edited, id, group_id });
      did(`contact.create ${id}`);
    }
    return { success: true, id: row.id };
  },

  'contacts/delete': ({ state, params, did }) => {
    const { id } = found(state.contacts, toRequiredId(params, 'id'));
    state.contacts.delete(id);
    did(`contact.delete ${id}`);
    return { success: true };
  },
};

/** The group in which an edited row stays, or to which it moves. */
function homeOf({ group_id }: ContactRow, groups: readonly number[]): number | null {
  return group_id !== null && groups.includes(group_id) ? group_id : (groups[0] ?? null);
}

function has({ contacts }: State, phone: string, group: number): boolean {
  return [...contacts.values()].some((row) => row.phone === phone && row.group_id === group);
}

function groupName({ groups }: State, { group_id }: ContactRow): string | null {
  return group_id === null ? null : (groups.get(group_id)?.name ?? null);
}

/** The columns of `contacts/view`, in the order of the document's sample. */
function toView(row: ContactRow): { id: number; blacklist: boolean } & Record<TextColumn, string> {
  const texts = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, row[column]])) as Record<TextColumn, string>;
  return { id: row.id, ...texts, blacklist: row.blacklist };
}

/** What an add or edit says; a column that is absent or null is left alone, `''` empties it. */
function toGiven(params: Params): { phone: string } & Partial<ContactRow> {
  const phone = toStoredPhone(toRequiredText(params, 'phone'));
  const texts = TEXT_COLUMNS.filter((column) => column !== 'phone').flatMap((column) => {
    const text = toText(params, column);
    if (text !== undefined && Array.from(text).length > LONGEST_TEXT) throw new Refusal(1006);
    return text === undefined ? [] : [[column, text] as const];
  });
  return { ...Object.fromEntries(texts), phone };
}

function isTextColumn(name: string): name is TextColumn {
  return TEXT_COLUMNS.some((column) => column === name);
}
