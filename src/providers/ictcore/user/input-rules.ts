import type { CreateUserInput, UpdateUserInput } from '../../../graph/user/inputs.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import type { ColumnRule } from '../../../wire/columns.js';
import { userColumns, userSecrets } from './columns.js';

export const WIRE_NAMES: ForEachField<CreateUserInput, string> = {
  ...userColumns.wireNames,
  ...userSecrets.wireNames,
};

export const CREATE_RULES: ForEachField<CreateUserInput, ColumnRule> = {
  ...userColumns.rules,
  ...userSecrets.rules,
};

export const UPDATE_RULES: ForEachField<UpdateUserInput, ColumnRule> = userColumns.updateRules;

/** The fields that a user's item tells: it lacks the name to log in with, which a server may keep as it was. */
export const READABLE_FIELDS: readonly string[] = Object.keys(userColumns.wireNames).filter(
  (field) => field !== 'username',
);
