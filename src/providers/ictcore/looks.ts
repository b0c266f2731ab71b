import type { Backends, Opened } from '../../graph/provider.js';
import type { User } from '../../graph/user/user.js';
import type { Looking, Verdict } from '../../operations/intent.js';
import type { Json, Trail } from '../../operations/record.js';
import { seekOwner } from './account-joining.js';
import { seekSetting } from './account-setting-write.js';
import { seekEmptied } from './group-write.js';
import { seekMade } from './made.js';
import { seekMember } from './membership-write.js';
import { seekRight } from './user-right-write.js';
import type { Way } from './way.js';

type People = Pick<Backends, 'contact' | 'group' | 'gateway' | 'account' | 'user'>;

/** Looks at the outcome of writes of contacts, groups, trunks, accounts and users, beside those of the graph. */
export function peopleLooks(
  way: Way,
  { contact, group, gateway, account, user }: People,
  findUser: (key: string, looking: Looking) => Promise<User | undefined>,
): NonNullable<Opened['looks']> {
  return {
    made: seekMade({ contact, group, gateway, account, user }),
    member: seekMember(way),
    emptied: seekEmptied(way),
    owner: seekOwner(async (key, looking) => (await account.byKeys([key], looking)).get(key)),
    setting: seekSetting(way),
    right: seekRight(way),
    user: seekUser(findUser),
  };
}

/** Looks whether a user's item is as a change wanted it: a row by id is the list's, which lacks most columns. */
function seekUser(find: (key: string, looking: Looking) => Promise<User | undefined>) {
  return async ({ key, digests }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
    const row = await find(key, looking);
    if (!row) return { is: 'unknown' };
    const cells = new Map<string, Json>(Object.entries(row));
    const isAsAsked = Object.entries(digests).every(
      ([column, digest]) => looking.digest(cells.get(column) ?? null) === digest,
    );
    return isAsAsked ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
