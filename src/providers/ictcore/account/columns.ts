import type { Account } from '../../../graph/account/types.js';
import type { Node } from '../../../graph/values/node.js';
import { encodeId } from '../../../graph/values/id.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { declareColumns, declareWriteOnlyColumns } from '../../../wire/columns.js';
import { flag, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { keyOrNull } from '../shared/reads/keys.js';
import { booleanRule, EMAIL_FORMAT, optionalBooleanRule, phoneRule, textRule } from '../shared/writes/rules.js';

/** Lists tell the type, items the address and whether an account is active; rows of transmissions carry less of it. */
type AccountSource = 'list' | 'item' | 'embedded';

const TYPES: readonly string[] = ['account', 'extension', 'did', 'eaddress'];

export const accountColumns = declareColumns<
  Account,
  Exclude<keyof Account, keyof Node | '__typename' | 'upstream' | 'upstreamId' | 'ownerKey'>,
  AccountSource
>()({
  type: {
    wire: 'type',
    read: optional(text),
    in: ['list'],
    rule: textRule({
      maxBytes: 32,
      format: { matches: (type) => TYPES.includes(type), description: `one of "${TYPES.join('", "')}"` },
    }),
  },
  username: { wire: 'username', read: optional(text), rule: textRule({ maxBytes: 64, required: true }) },
  firstName: { wire: 'first_name', read: optional(text), rule: textRule({ maxBytes: 128 }) },
  lastName: { wire: 'last_name', read: optional(text), rule: textRule({ maxBytes: 128 }) },
  phone: { wire: 'phone', read: optional(text), rule: phoneRule(16) },
  email: { wire: 'email', read: optional(text), rule: textRule({ maxBytes: 128, format: EMAIL_FORMAT }) },
  address: {
    wire: 'address',
    read: optional(text),
    in: ['item'],
    rule: textRule({ maxBytes: 128, multiline: true }),
  },
  active: { wire: 'active', read: optional(flag), in: ['item'], rule: optionalBooleanRule, updateRule: booleanRule },
});

export const accountSecrets = declareWriteOnlyColumns({
  password: {
    wire: 'passwd',
    rule: textRule({ maxBytes: 128, secret: true }),
    updateRule: textRule({ maxBytes: 128, required: true, secret: true }),
  },
  passwordPin: {
    wire: 'passwd_pin',
    rule: textRule({
      maxBytes: 32,
      secret: true,
      format: { matches: (pin) => /^[\d*#]+$/.test(pin), description: 'digits, * and #' },
    }),
  },
});

/** Readers of an account. Lists call its owner `created_by`, items `user_id`. */
export const accountReaders = {
  ...accountColumns.readers,
  created_by: orAbsent(text),
  user_id: orAbsent(text),
};

/** An account as lists tell it, and as rows of transmissions carry it. */
export const listedAccount = record({ account_id: text, ...accountReaders });

export type WireListedAccount = ReadValue<typeof listedAccount>;

/** An account as an answer tells it. Every item tells the owner; of other answers it may be absent. */
export function toAccount(
  wire: Omit<WireListedAccount, 'account_id'>,
  key: string,
  source: AccountSource,
  upstream: UpstreamValue,
): Account {
  const { created_by: creator, user_id: owner = creator } = wire;
  return {
    __typename: 'Account',
    id: encodeId(upstream.name, 'account', key),
    upstream,
    upstreamId: key,
    ...accountColumns.cellsOf(wire, source),
    ...(owner === undefined && source !== 'item' ? {} : { ownerKey: keyOrNull(owner) }),
  };
}
