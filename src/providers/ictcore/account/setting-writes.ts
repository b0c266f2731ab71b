import type { AccountWrites } from '../../../graph/account/backend.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { Session } from '../session.js';
import { validateInput } from '../shared/writes/rules.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { accountEndpoints } from './endpoints.js';
import { SETTING_RULES } from './input-rules.js';

/** How settings of accounts are written. */
export function createSettingWrites(session: Session): Required<Pick<AccountWrites, 'setSetting' | 'deleteSetting'>> {
  const upstream = session.upstream.name;
  return {
    setSetting: async (requestedKey, name, value, writeAttempt) => {
      const account = requireValidKey(requestedKey, 'account', upstream);
      throwIfInvalid(validateInput({ name, value }, SETTING_RULES));
      recordSettingHint(writeAttempt, account, name, value);
      await sendWrite(session, accountEndpoints.setSetting, { account, name, value }, writeAttempt);
      return { result: { key: account } };
    },
    deleteSetting: async (requestedKey, name, writeAttempt) => {
      const key = requireValidKey(requestedKey, 'account', upstream);
      throwIfInvalid(validateInput({ name }, SETTING_RULES));
      recordSettingHint(writeAttempt, key, name, null);
      await sendWrite(session, accountEndpoints.deleteSetting, { key, other: name }, writeAttempt);
      return { result: { key } };
    },
  };
}

function recordSettingHint(writeAttempt: WriteAttempt, key: string, name: string, value: string | null): void {
  writeAttempt.recordRecoveryHint({ look: 'setting', key, name, value: writeAttempt.digest(value) });
}
