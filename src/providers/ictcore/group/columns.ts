import type { Group } from '../../../graph/group/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { optional, text, int32 } from '../../../wire/value-readers.js';
import { textOrEmpty } from '../shared/reads/column-readers.js';
import { textRule } from '../shared/writes/rules.js';
import type { Session } from '../session.js';
import type { IctCoreGroup } from './types.js';

/** Only the list counts a group's contacts, only its item describes it; on servers that keep to the guide both tell all. */
export const groupColumns = declareColumns<
  IctCoreGroup,
  Exclude<keyof IctCoreGroup, Exclude<keyof Group, 'name' | 'contactCount'> | '__typename'>,
  'list' | 'item'
>()({
  name: { wire: 'name', read: textOrEmpty, rule: textRule({ maxBytes: 128, required: true }) },
  description: {
    wire: 'description',
    read: optional(text),
    in: ['item'],
    rule: textRule({ maxBytes: 255, multiline: true }),
  },
  contactCount: { wire: 'contact_total', read: optional(int32), in: ['list'] },
});

/** A group as an answer tells it. */
export function toGroup(wire: object, key: string, source: 'list' | 'item', { upstream }: Session): IctCoreGroup {
  return {
    __typename: 'IctCoreGroup',
    id: encodeId(upstream.name, 'group', key),
    upstream,
    upstreamId: key,
    ...groupColumns.cellsOf(wire, source),
  };
}
