import { booleanRule, wholeNumberRule, textRule, type Rules } from '../shared/writes/rules.js';

/** The server's names for what a trunk is made of. */
export const TRUNK_WIRE_NAMES = {
  name: 'name',
  type: 'type',
  gatewayFlag: 'gateway_flag',
  serviceFlag: 'service_flag',
  nodeId: 'node_id',
  host: 'host',
  port: 'port',
  username: 'username',
  password: 'password',
  dialString: 'dialstring',
  prefix: 'prefix',
  settings: 'settings',
  register: 'register',
  weight: 'weight',
  active: 'active',
};

/** What a trunk's item tells as it was given: no password, a type that it may keep, no flag of its gateway. */
export const TRUNK_READABLE_FIELDS: readonly string[] = [
  'name',
  'serviceFlag',
  'nodeId',
  'host',
  'port',
  'username',
  'dialString',
  'prefix',
  'settings',
  'register',
  'weight',
  'active',
];

const TYPES: readonly string[] = ['sip', 'smpp', 'http', 'smtp', 'emailcmd'];
const MAX_INT32 = 2_147_483_647;

const typeRule = textRule({
  maxBytes: 32,
  format: { matches: (text) => TYPES.includes(text), description: `one of "${TYPES.join('", "')}"` },
});

const SHARED_RULES: Rules = {
  name: textRule({ maxBytes: 128, required: true }),
  username: textRule({ maxBytes: 128, required: true }),
  // It goes into files of the switch, where these would be more than a name.
  host: textRule({
    maxBytes: 128,
    format: { matches: (text) => !/[\s<>"'`;]/.test(text), description: 'the name or address of a server' },
  }),
  gatewayFlag: wholeNumberRule(0, 255),
  serviceFlag: wholeNumberRule(0, 31),
  password: textRule({ maxBytes: 128, secret: true }),
  dialString: textRule({ maxBytes: 255 }),
  // The server's templates split it at "," and "|": a beginning of a number that is removed, and one that is added.
  prefix: textRule({
    maxBytes: 32,
    format: {
      matches: (text) => /^\+?[\d*#]*(?:[|,]\+?[\d*#]*)*$/.test(text) && /[\d*#]/.test(text),
      description: 'digits, * and #, with "|" between what is exchanged, and "," between several',
    },
  }),
  settings: textRule({ maxBytes: 10_000, multiline: true }),
};

/** What is checked of a new trunk, where null is as good as nothing. */
export const CREATE_RULES: Rules = {
  ...SHARED_RULES,
  type: typeRule,
  nodeId: wholeNumberRule(0, MAX_INT32),
  port: wholeNumberRule(1, 65_535),
  weight: wholeNumberRule(0, MAX_INT32),
};

/** What is checked of a change, where null clears what can be empty. */
export const UPDATE_RULES: Rules = {
  ...SHARED_RULES,
  type: (value) => (value === null || value === '' ? "can't be cleared: leave it out to keep it." : typeRule(value)),
  nodeId: wholeNumberRule(0, MAX_INT32, { clears: false }),
  port: wholeNumberRule(1, 65_535, { clears: false }),
  weight: wholeNumberRule(0, MAX_INT32, { clears: false }),
  register: booleanRule,
  active: booleanRule,
};
