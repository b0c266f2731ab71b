import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import type { Group } from '../../../graph/group/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { optional, text, int32 } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { isKey } from '../key.js';
import type { SerwerSmsGroup } from './types.js';

const MAX_NAME_LENGTH = 100;

/** Rows of groups tell their size. Rows of contacts name their group without it. */
export const groupColumns = declareColumns<
  SerwerSmsGroup,
  Exclude<keyof SerwerSmsGroup, Exclude<keyof Group, 'name' | 'contactCount'> | '__typename'>,
  'group' | 'contact'
>()({
  name: { wire: 'name', read: text, rule: nameRule },
  contactCount: { wire: 'count', read: optional(int32), in: ['group'] },
});

export const groupRow = record({ id: text, ...groupColumns.readers });
export type WireGroup = ReadValue<typeof groupRow>;

/** The group of a contact, in rows of contacts and in answers about a number; without an id there is none. */
export const membershipColumns = { group_id: optional(text), group_name: optional(text) };
export const membershipRow = record({ id: text, ...membershipColumns });
export type WireMembershipRow = ReadValue<typeof membershipRow>;

export function toGroup(row: WireGroup, upstream: UpstreamValue): SerwerSmsGroup {
  return { ...namedGroup(row.id, row.name, upstream), ...groupColumns.cellsOf(row, 'group') };
}

/** The group that a contact's row names: one or none. */
export function toGroups(
  { group_id: key, group_name: name }: Pick<WireMembershipRow, 'group_id' | 'group_name'>,
  upstream: UpstreamValue,
): readonly SerwerSmsGroup[] {
  return key !== null && isKey(key) ? [namedGroup(key, name ?? '', upstream)] : [];
}

/** Of each contact of a list: a copy of parts would take several times as long. */
function namedGroup(
  key: string,
  name: string,
  upstream: UpstreamValue,
): Pick<SerwerSmsGroup, '__typename' | 'id' | 'upstream' | 'upstreamId' | 'name'> {
  return {
    __typename: 'SerwerSmsGroup',
    id: encodeId(upstream.name, 'group', key),
    upstream,
    upstreamId: key,
    name,
  };
}

function nameRule(value: unknown): string | undefined {
  const length = typeof value === 'string' ? Array.from(value.trim()).length : 0;
  if (length === 0) return 'A group must have a name.';
  return length > MAX_NAME_LENGTH ? `"name" takes at most ${MAX_NAME_LENGTH} characters, not ${length}.` : undefined;
}
