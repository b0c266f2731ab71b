import type { CreateAccountInput, UpdateAccountInput } from '../../../graph/account/inputs.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import type { ColumnRule } from '../../../wire/columns.js';
import { textRule } from '../shared/writes/rules.js';
import { accountColumns, accountSecrets } from './columns.js';

export const WIRE_NAMES: ForEachField<CreateAccountInput, string> = {
  ...accountColumns.wireNames,
  ...accountSecrets.wireNames,
};

export const CREATE_RULES: ForEachField<CreateAccountInput, ColumnRule> = {
  ...accountColumns.rules,
  ...accountSecrets.rules,
};

export const UPDATE_RULES: ForEachField<UpdateAccountInput, ColumnRule> = {
  ...accountColumns.updateRules,
  ...accountSecrets.updateRules,
};

export const SETTING_RULES = {
  name: textRule({
    maxBytes: 64,
    required: true,
    format: {
      matches: (name) => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name),
      description: 'the name of a setting: letters, digits, dot, dash and underscore',
    },
  }),
  // All settings of an account are one text of 65535 bytes, which nobody could read any more once it is cut.
  value: textRule({ maxBytes: 10_000, required: true, multiline: true, secret: true }),
};
