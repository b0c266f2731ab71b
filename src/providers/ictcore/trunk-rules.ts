import { flagOf, numberOf, textOf, type Rules } from './rules.js';

/** The server's names for what a trunk is made of. */
export const TRUNK_COLUMNS = {
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
export const TRUNK_TOLD: readonly string[] = [
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
const LARGEST = 2_147_483_647;

const type = textOf({
  most: 32,
  form: { fits: (text) => TYPES.includes(text), words: `one of "${TYPES.join('", "')}"` },
});

const both: Rules = {
  name: textOf({ most: 128, required: true }),
  username: textOf({ most: 128, required: true }),
  // It goes into files of the switch, where these would be more than a name.
  host: textOf({
    most: 128,
    form: { fits: (text) => !/[\s<>"'`;]/.test(text), words: 'the name or address of a server' },
  }),
  gatewayFlag: numberOf(0, 255),
  serviceFlag: numberOf(0, 31),
  password: textOf({ most: 128, secret: true }),
  dialString: textOf({ most: 255 }),
  // The server's templates split it at "," and "|": a beginning of a number that is removed, and one that is added.
  prefix: textOf({
    most: 32,
    form: {
      fits: (text) => /^\+?[\d*#]*(?:[|,]\+?[\d*#]*)*$/.test(text) && /[\d*#]/.test(text),
      words: 'digits, * and #, with "|" between what is exchanged, and "," between several',
    },
  }),
  settings: textOf({ most: 10_000, lines: true }),
};

/** What is checked of a new trunk, where null is as good as nothing. */
export const CREATE_RULES: Rules = {
  ...both,
  type,
  nodeId: numberOf(0, LARGEST),
  port: numberOf(1, 65_535),
  weight: numberOf(0, LARGEST),
};

/** What is checked of a change, where null clears what can be empty. */
export const UPDATE_RULES: Rules = {
  ...both,
  type: (value) => (value === null || value === '' ? "can't be cleared: leave it out to keep it." : type(value)),
  nodeId: numberOf(0, LARGEST, { clears: false }),
  port: numberOf(1, 65_535, { clears: false }),
  weight: numberOf(0, LARGEST, { clears: false }),
  register: flagOf,
  active: flagOf,
};
