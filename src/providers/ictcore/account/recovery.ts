import type { AccountBackend } from '../../../graph/account/backend.js';
import type { OpenProvider } from '../../../graph/ports/open-upstream.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { accountEndpoints } from './endpoints.js';
import { findSetting, toSettingText } from './setting.js';
import { NOT_DONE } from '../shared/writes/not-done.js';

/** Looks at the outcome of changes of an account's owner and of its settings. */
export function accountReconcilers(
  { call }: Session,
  { byKeys }: Pick<AccountBackend, 'byKeys'>,
): NonNullable<OpenProvider['reconcilers']> {
  return {
    owner: async ({ key, owner }, context) => {
      if (typeof key !== 'string') return { is: 'unknown' };
      const account = (await byKeys([key], context)).get(key);
      if (!account) return { is: 'unknown' };
      return (account.ownerKey ?? null) === (owner ?? null) ? { is: 'done', result: { key } } : NOT_DONE;
    },
    // Only an item that tells settings proves anything.
    setting: async ({ key, name, value }, context) => {
      if (typeof key !== 'string' || typeof name !== 'string') return { is: 'unknown' };
      const item = await unlessMissing(call(accountEndpoints.read, key, context));
      if (item?.settings === undefined) return { is: 'unknown' };
      const isSet = context.digest(toSettingText(findSetting(item.settings ?? undefined, name))) === value;
      return isSet ? { is: 'done', result: { key } } : NOT_DONE;
    },
  };
}
