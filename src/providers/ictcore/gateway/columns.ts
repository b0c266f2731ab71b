import type { Channel } from '../../../graph/contact/types.js';
import type { Gateway } from '../../../graph/gateway/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns, declareWriteOnlyColumns } from '../../../wire/columns.js';
import { flag, optional, text, int32 } from '../../../wire/value-readers.js';
import type { Session } from '../session.js';
import { textOrEmpty } from '../shared/reads/column-readers.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { booleanRule, optionalBooleanRule, textRule, wholeNumberRule } from '../shared/writes/rules.js';
import type { IctCoreTrunk } from './types.js';

const MAX_INT32 = 2_147_483_647;
const TYPES: readonly string[] = ['sip', 'smpp', 'http', 'smtp', 'emailcmd'];

const typeRule = textRule({
  maxBytes: 32,
  format: { matches: (type) => TYPES.includes(type), description: `one of "${TYPES.join('", "')}"` },
});
/** It becomes part of files of the switch, where these characters would end the value. */
const hostRule = textRule({
  maxBytes: 128,
  format: { matches: (host) => !/[\s<>"'`;]/.test(host), description: 'the name or address of a server' },
});
/** The server's templates split it at "," and "|": a beginning of a number that is removed, and one that is added. */
const prefixRule = textRule({
  maxBytes: 32,
  format: {
    matches: (prefix) => /^\+?[\d*#]*(?:[|,]\+?[\d*#]*)*$/.test(prefix) && /[\d*#]/.test(prefix),
    description: 'digits, * and #, with "|" between what is exchanged, and "," between several',
  },
});

/** A number that a new trunk may lack, and that a change can't clear. */
const numberRules = (min: number, max: number) => ({
  rule: wholeNumberRule(min, max),
  updateRule: wholeNumberRule(min, max, { clears: false }),
});
const booleanRules = { rule: optionalBooleanRule, updateRule: booleanRule };
const ITEM_ONLY = ['item'] as const;

/** Lists of real servers lack the columns of items; those of the guide tell them. */
export const trunkColumns = declareColumns<
  IctCoreTrunk,
  Exclude<keyof IctCoreTrunk, Exclude<keyof Gateway, 'name'> | '__typename'>,
  'list' | 'item'
>()({
  name: { wire: 'name', read: textOrEmpty, rule: textRule({ maxBytes: 128, required: true }) },
  username: {
    wire: 'username',
    read: optional(text),
    in: ITEM_ONLY,
    rule: textRule({ maxBytes: 128, required: true }),
  },
  host: { wire: 'host', read: optional(text), rule: hostRule },
  gatewayFlag: { wire: 'gateway_flag', read: optional(int32), in: ITEM_ONLY, rule: wholeNumberRule(0, 255) },
  serviceFlag: { wire: 'service_flag', read: optional(int32), rule: wholeNumberRule(0, 31) },
  dialString: { wire: 'dialstring', read: optional(text), in: ITEM_ONLY, rule: textRule({ maxBytes: 255 }) },
  prefix: { wire: 'prefix', read: optional(text), in: ITEM_ONLY, rule: prefixRule },
  settings: {
    wire: 'settings',
    read: optional(text),
    in: ITEM_ONLY,
    rule: textRule({ maxBytes: 10_000, multiline: true }),
  },
  type: {
    wire: 'type',
    read: optional(text),
    rule: typeRule,
    updateRule: (value) =>
      value === null || value === '' ? "can't be cleared: leave it out to keep it." : typeRule(value),
  },
  nodeId: { wire: 'node_id', read: optional(int32), ...numberRules(0, MAX_INT32) },
  port: { wire: 'port', read: optional(int32), in: ITEM_ONLY, ...numberRules(1, 65_535) },
  weight: { wire: 'weight', read: optional(int32), in: ITEM_ONLY, ...numberRules(0, MAX_INT32) },
  register: { wire: 'register', read: optional(flag), in: ITEM_ONLY, ...booleanRules },
  active: { wire: 'active', read: optional(flag), in: ITEM_ONLY, ...booleanRules },
});

export const trunkSecrets = declareWriteOnlyColumns({
  password: { wire: 'password', rule: textRule({ maxBytes: 128, secret: true }) },
});

/** A trunk as an answer tells it: a row of a list lacks what only items hold. */
export function toTrunk(wire: object, key: string, source: 'list' | 'item', { upstream }: Session): IctCoreTrunk {
  const cells = trunkColumns.cellsOf(wire, source);
  const flags = cells.serviceFlag ?? 0;
  return {
    __typename: 'IctCoreTrunk',
    id: encodeId(upstream.name, 'gateway', key),
    upstream,
    upstreamId: key,
    channels: SERVICE_BITS.flatMap(([bit, channel]): Channel[] => (flags & bit ? [channel] : [])),
    ...cells,
  };
}
