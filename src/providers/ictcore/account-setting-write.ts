import type { AccountWrites } from '../../graph/account/backend.js';
import { complain } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import type { Looking, Sent, Verdict, Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import { segment } from '../../wire/caller.js';
import { unlessMissing } from '../../wire/missing.js';
import { accountEndpoints, type SettingOf } from './account-endpoints.js';
import { settingIn, settingText } from './account-setting.js';
import { existing, pairing, send, type Change } from './changes.js';
import { mistakesOf, textOf } from './rules.js';
import type { Way } from './way.js';

const settings = {
  set: {
    name: 'PUT /accounts/{id}/settings/{name}',
    method: 'PUT',
    path: ({ account, name }) => `/accounts/${segment(account)}/settings/${segment(name)}`,
    body: ({ value }) => ({ value }),
    effect: 'replaces',
    answer: pairing('PUT', '/accounts', 'settings').answer,
  } satisfies Change<SettingOf & { readonly value: string }>,
  remove: pairing('DELETE', '/accounts', 'settings'),
};

const RULES = {
  name: textOf({
    most: 64,
    required: true,
    form: {
      fits: (name) => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name),
      words: 'the name of a setting: letters, digits, dot, dash and underscore',
    },
  }),
  // All settings of an account are one text of 65535 bytes: cut, none of them could be read any more.
  value: textOf({ most: 10_000, required: true, lines: true, secret: true }),
};

/** Settings of accounts. */
export function settingWrites(way: Way): Required<Pick<AccountWrites, 'setSetting' | 'deleteSetting'>> {
  const upstream = way.upstream.name;
  return {
    setSetting: async (asked, name, value, writing): Promise<Sent<Made>> => {
      const account = existing(asked, 'account', upstream);
      complain(mistakesOf({ name, value }, RULES));
      remember(writing, account, name, value);
      await send(way, settings.set, { account, name, value }, writing);
      return { result: { key: account } };
    },
    deleteSetting: async (asked, name, writing): Promise<Sent<Made>> => {
      const key = existing(asked, 'account', upstream);
      complain(mistakesOf({ name }, RULES));
      remember(writing, key, name, null);
      await send(way, settings.remove, { key, other: name }, writing);
      return { result: { key } };
    },
  };
}

function remember(writing: Writing, key: string, name: string, value: string | null): void {
  writing.remember({ look: 'setting', key, name, value: writing.digest(value) });
}

/** Looks whether a setting has the value that a write was to give it; only an item that tells settings can say. */
export function seekSetting({ call }: Way) {
  return async ({ key, name, value }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof key !== 'string' || typeof name !== 'string') return { is: 'unknown' };
    const item = await unlessMissing(call(accountEndpoints.readAccount, key, looking));
    if (item?.settings === undefined) return { is: 'unknown' };
    const isSet = looking.digest(settingText(settingIn(item.settings ?? undefined, name))) === value;
    return isSet ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
