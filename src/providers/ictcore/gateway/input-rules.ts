import type { ForEachField } from '../../../wire/column-inputs.js';
import type { ColumnRule } from '../../../wire/columns.js';
import { trunkColumns, trunkSecrets } from './columns.js';
import type { CreateTrunkInput, UpdateTrunkInput } from './inputs.js';

export const WIRE_NAMES: ForEachField<CreateTrunkInput, string> = {
  ...trunkColumns.wireNames,
  ...trunkSecrets.wireNames,
};

export const CREATE_RULES: ForEachField<CreateTrunkInput, ColumnRule> = {
  ...trunkColumns.rules,
  ...trunkSecrets.rules,
};

export const UPDATE_RULES: ForEachField<UpdateTrunkInput, ColumnRule> = {
  ...trunkColumns.updateRules,
  ...trunkSecrets.updateRules,
};

/** A server may keep a trunk's type as it was, and has no place for the flag of its gateway. */
const NOT_KEPT = ['type', 'gatewayFlag'];

/** The fields that a trunk's item tells as they were given. */
export const READABLE_FIELDS: readonly string[] = Object.keys(trunkColumns.wireNames).filter(
  (field) => !NOT_KEPT.includes(field),
);
