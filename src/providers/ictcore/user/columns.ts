import type { User } from '../../../graph/user/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { Node } from '../../../graph/values/node.js';
import { declareColumns, declareWriteOnlyColumns } from '../../../wire/columns.js';
import { flag, optional, text, int32 } from '../../../wire/value-readers.js';
import type { Session } from '../session.js';
import {
  booleanRule,
  EMAIL_FORMAT,
  optionalBooleanRule,
  phoneRule,
  textRule,
  wholeNumberRule,
} from '../shared/writes/rules.js';

const MAX_INT32 = 2_147_483_647;
const ITEM_ONLY = ['item'] as const;

/** Lists of real servers tell the name to log in with, items all else; those of the guide tell both. */
export const userColumns = declareColumns<
  User,
  Exclude<keyof User, keyof Node | '__typename' | 'upstream' | 'upstreamId' | 'roles' | 'permissions'>,
  'list' | 'item'
>()({
  username: {
    wire: 'username',
    read: optional(text),
    in: ['list'],
    rule: textRule({
      maxBytes: 64,
      required: true,
      // The server would take a name of digits for an id.
      format: { matches: (name) => !/^[\s\d]+$/.test(name), description: 'more than a number' },
    }),
  },
  firstName: { wire: 'first_name', read: optional(text), rule: textRule({ maxBytes: 128 }) },
  lastName: { wire: 'last_name', read: optional(text), rule: textRule({ maxBytes: 128 }) },
  phone: { wire: 'phone', read: optional(text), rule: phoneRule(16) },
  email: { wire: 'email', read: optional(text), rule: textRule({ maxBytes: 128, format: EMAIL_FORMAT }) },
  address: {
    wire: 'address',
    read: optional(text),
    in: ITEM_ONLY,
    rule: textRule({ maxBytes: 128, multiline: true }),
  },
  company: { wire: 'company', read: optional(text), in: ITEM_ONLY, rule: textRule({ maxBytes: 128 }) },
  countryId: { wire: 'country_id', read: optional(int32), in: ITEM_ONLY, rule: wholeNumberRule(0, MAX_INT32) },
  timezoneId: { wire: 'timezone_id', read: optional(int32), in: ITEM_ONLY, rule: wholeNumberRule(0, MAX_INT32) },
  active: { wire: 'active', read: optional(flag), in: ITEM_ONLY, rule: optionalBooleanRule, updateRule: booleanRule },
});

/** The guide's `passwd` is stored as it is, without a hash, so that nobody can log in with it. */
export const userSecrets = declareWriteOnlyColumns({
  password: { wire: 'password', rule: textRule({ maxBytes: 128, required: true, secret: true }) },
});

/** A user as an answer tells it. */
export function toUser(wire: object, key: string, source: 'list' | 'item', { upstream }: Session): User {
  return {
    __typename: 'User',
    id: encodeId(upstream.name, 'user', key),
    upstream,
    upstreamId: key,
    ...userColumns.cellsOf(wire, source),
  };
}
