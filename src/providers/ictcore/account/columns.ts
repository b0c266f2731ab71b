import type { Account } from '../../../graph/account/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { flag, optional, record, text, type ReadValue } from '../../../wire/value-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { keyOrNull } from '../shared/reads/keys.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/**
 * An account, without its password and PIN: what is not read can't be told. Lists tell the type and the owner (as
 * `created_by`), items the address, whether it is active, and the owner (as `user_id`).
 */
export const accountColumns = {
  username: optional(text),
  first_name: optional(text),
  last_name: optional(text),
  phone: optional(text),
  email: optional(text),
  address: orAbsent(text),
  active: orAbsent(flag),
  type: orAbsent(text),
  created_by: orAbsent(text),
  user_id: orAbsent(text),
};

/** An account as lists tell it, and as rows of transmissions carry it. */
export const listedAccount = record({ account_id: text, ...accountColumns });

export type WireListedAccount = ReadValue<typeof listedAccount>;

/** An account with what the answer told of it; the rest is absent. */
export function toListedAccount(wire: WireListedAccount, upstream: UpstreamValue): Account {
  const { account_id: key, address, active, type, created_by: creator, user_id: owner = creator } = wire;
  return {
    __typename: 'Account',
    id: encodeId(upstream.name, 'account', key),
    upstream,
    upstreamId: key,
    username: wire.username,
    firstName: wire.first_name,
    lastName: wire.last_name,
    phone: wire.phone,
    email: wire.email,
    ...(address === undefined ? {} : { address }),
    ...(active === undefined ? {} : { active }),
    ...(type === undefined ? {} : { type }),
    ...(owner === undefined ? {} : { ownerKey: keyOrNull(owner) }),
  };
}
