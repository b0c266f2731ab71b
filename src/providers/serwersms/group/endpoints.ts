import {
  defineAction,
  defineListAction,
  deleteAnswer,
  listAnswer,
  writeAnswer,
  type WireList,
  type WireListQuery,
  type WireWriteAnswer,
} from '../endpoints.js';
import type { WireId } from '../key.js';
import { groupRow, membershipRow, type WireGroup, type WireMembershipRow } from './columns.js';

export const groupEndpoints = {
  list: defineListAction<WireListQuery, WireGroup>('groups/index', groupRow),
  read: defineAction<{ readonly id: WireId }, WireGroup>('groups/view', 'reads', groupRow),
  listOfPhone: defineAction<{ readonly phone: string }, WireList<WireMembershipRow>>(
    'groups/check',
    'reads',
    listAnswer(membershipRow),
  ),
  create: defineAction<{ readonly name: string }, WireWriteAnswer>('groups/add', 'acts', writeAnswer),
  update: defineAction<{ readonly id: WireId; readonly name: string }, WireWriteAnswer>(
    'groups/edit',
    'replaces',
    writeAnswer,
  ),
  delete: defineAction<{ readonly id: WireId; readonly delete_contacts?: true }, unknown>(
    'groups/delete',
    'replaces',
    deleteAnswer,
  ),
};
