import type { AccountWrites } from '../../../graph/account/backend.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import type {
  ReconcileContext,
  ProviderWriteResult,
  ReconcileVerdict,
  WriteAttempt,
} from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import { encodeSegment } from '../../../wire/caller.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { accountEndpoints, type SettingKey } from './endpoints.js';
import { findSetting, toSettingText } from './setting.js';
import {
  requireValidKey,
  defineLinkEndpoint,
  sendWrite,
  type WriteEndpoint,
} from '../shared/writes/write-endpoints.js';
import { validateInput, textRule } from '../shared/writes/rules.js';
import type { Session } from '../session.js';

const settingEndpoints = {
  set: {
    name: 'PUT /accounts/{id}/settings/{name}',
    method: 'PUT',
    path: ({ account, name }) => `/accounts/${encodeSegment(account)}/settings/${encodeSegment(name)}`,
    body: ({ value }) => ({ value }),
    effect: 'replaces',
    answer: defineLinkEndpoint('PUT', '/accounts', 'settings').answer,
  } satisfies WriteEndpoint<SettingKey & { readonly value: string }>,
  remove: defineLinkEndpoint('DELETE', '/accounts', 'settings'),
};

const RULES = {
  name: textRule({
    maxBytes: 64,
    required: true,
    format: {
      matches: (name) => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name),
      description: 'the name of a setting: letters, digits, dot, dash and underscore',
    },
  }),
  // All settings of an account are one text of 65535 bytes: cut, none of them could be read any more.
  value: textRule({ maxBytes: 10_000, required: true, multiline: true, secret: true }),
};

/** Settings of accounts. */
export function createSettingWrites(session: Session): Required<Pick<AccountWrites, 'setSetting' | 'deleteSetting'>> {
  const upstream = session.upstream.name;
  return {
    setSetting: async (requestedKey, name, value, writeAttempt): Promise<ProviderWriteResult<WrittenItem>> => {
      const account = requireValidKey(requestedKey, 'account', upstream);
      throwIfInvalid(validateInput({ name, value }, RULES));
      recordSettingHint(writeAttempt, account, name, value);
      await sendWrite(session, settingEndpoints.set, { account, name, value }, writeAttempt);
      return { result: { key: account } };
    },
    deleteSetting: async (requestedKey, name, writeAttempt): Promise<ProviderWriteResult<WrittenItem>> => {
      const key = requireValidKey(requestedKey, 'account', upstream);
      throwIfInvalid(validateInput({ name }, RULES));
      recordSettingHint(writeAttempt, key, name, null);
      await sendWrite(session, settingEndpoints.remove, { key, other: name }, writeAttempt);
      return { result: { key } };
    },
  };
}

function recordSettingHint(writeAttempt: WriteAttempt, key: string, name: string, value: string | null): void {
  writeAttempt.recordRecoveryHint({ look: 'setting', key, name, value: writeAttempt.digest(value) });
}

/** Looks whether a setting has the value that a write was to give it; only an item that tells settings can say. */
export function reconcileSetting({ call }: Session) {
  return async ({ key, name, value }: RecoveryHint, context: ReconcileContext): Promise<ReconcileVerdict> => {
    if (typeof key !== 'string' || typeof name !== 'string') return { is: 'unknown' };
    const item = await unlessMissing(call(accountEndpoints.read, key, context));
    if (item?.settings === undefined) return { is: 'unknown' };
    const isSet = context.digest(toSettingText(findSetting(item.settings ?? undefined, name))) === value;
    return isSet ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
