import { found, type Action } from './action.js';
import { toFound, toList } from './list.js';
import { toFlag, toRequiredId, toRequiredText, type Params } from './params.js';
import { toStoredPhone } from './phone.js';
import { Refusal } from './refusal.js';
import type { GroupRow, State } from './state.js';

const LONGEST_NAME = 100;

export const groupActions: Readonly<Record<string, Action>> = {
  'groups/index': ({ state, params }) => {
    const rows = toFound(state.groups.values(), params, {
      texts: ({ name }) => [name],
      fold: state.fold,
      column: ({ name }, column) => (column === 'name' ? name : undefined),
    });
    return toList(rows, params, (group) => toItem(state, group));
  },

  'groups/view': ({ state, params }) => toItem(state, found(state.groups, toRequiredId(params, 'id'))),

  'groups/add': ({ state, params, did }) => {
    const name = toName(params);
    const id = state.newGroupId();
    state.groups.set(id, { id, name, unlisted: 0 });
    did(`group.create ${id}`);
    return { success: true, id };
  },

  'groups/edit': ({ state, params, did }) => {
    const group = found(state.groups, toRequiredId(params, 'id'));
    state.groups.set(group.id, { ...group, name: toName(params) });
    did(`group.update ${group.id}`);
    return { success: true, id: group.id };
  },

  'groups/delete': ({ state, params, did }) => {
    const { id } = found(state.groups, toRequiredId(params, 'id'));
    const contactsToo = toFlag(params, 'delete_contacts');
    state.groups.delete(id);
    did(`group.delete ${id}`);
    for (const contact of [...state.contacts.values()].filter(({ group_id }) => group_id === id)) {
      if (contactsToo) state.contacts.delete(contact.id);
      else state.contacts.set(contact.id, { ...contact, group_id: null });
      did(`contact.${contactsToo ? 'delete' : 'update'} ${contact.id}`);
    }
    return { success: true };
  },

  'groups/check': ({ state, params }) => {
    const phone = toStoredPhone(toRequiredText(params, 'phone'));
    const items = [...state.contacts.values()]
      .filter((contact) => contact.phone === phone)
      .sort((a, b) => b.id - a.id)
      .flatMap(({ id, group_id }) => {
        const group = group_id === null ? undefined : state.groups.get(group_id);
        // The document's sample writes this id, and no other, as text.
        return group ? [{ id: String(id), group_id: group.id, group_name: group.name }] : [];
      });
    return { items };
  },
};

function toItem({ contacts }: State, { id, name, unlisted }: GroupRow): { id: number; name: string; count: number } {
  const listed = [...contacts.values()].filter(({ group_id }) => group_id === id).length;
  return { id, name, count: listed + unlisted };
}

function toName(params: Params): string {
  const name = toRequiredText(params, 'name');
  if (Array.from(name).length > LONGEST_NAME) throw new Refusal(1006);
  return name;
}
