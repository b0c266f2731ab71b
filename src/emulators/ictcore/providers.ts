import { CoreException } from './errors.js';
import { applyFilters, bitmask, exact, type Filters } from './filters.js';
import { endpointsOf, type Item, type Resource } from './resource.js';
import type { Context, Endpoint } from './route.js';
import { integer, text, type Table } from './table.js';

export const providers = {
  name: 'providers',
  key: 'provider_id',
  columns: {
    provider_id: integer(),
    name: text(128, ''),
    type: text(32),
    service_flag: integer(),
    node_id: integer('0'),
    host: text(128, ''),
    port: integer('5060'),
    username: text(128, ''),
    password: text(128, ''),
    dialstring: text(255, ''),
    prefix: text(255, ''),
    settings: text(65_535),
    register: text(255),
    weight: integer('0'),
    active: integer('1'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

const FILTERS: Filters = {
  provider_id: exact('provider_id'),
  name: exact('name'),
  node_id: exact('node_id'),
  host: exact('host'),
  type: exact('type'),
  active: exact('active'),
  service_flag: bitmask('service_flag'),
};

const TYPES: readonly string[] = ['sip', 'smpp', 'http', 'smtp', 'emailcmd'];

const BLANK: Item = {
  provider_id: null,
  name: null,
  type: 'provider',
  service_flag: null,
  node_id: null,
  host: null,
  port: null,
  username: null,
  password: null,
  dialstring: null,
  prefix: null,
  settings: null,
  register: 0,
  weight: null,
  active: null,
};

const resource: Resource = {
  path: 'providers',
  thing: 'Provider',
  permission: 'provider',
  table: providers,
  blank: BLANK,
  readOnly: ['type'],
  list: ({ state, query }) =>
    applyFilters(state.rows(providers).all(), query, FILTERS).map(
      ({ provider_id, name, host, service_flag, node_id, type }) => ({
        provider_id,
        name,
        host,
        service_flag,
        node_id,
        type,
      }),
    ),
  creating: (item, { type }) => {
    // Any other type, and none, is taken and becomes a plain `provider` (captures 139 and 140).
    if (typeof type === 'string' && TYPES.includes(type.trim().toLowerCase())) item['type'] = type.trim().toLowerCase();
  },
  saved: writeTemplate,
};

export const providerEndpoints: readonly Endpoint[] = endpointsOf(resource);

/** Saving a sip provider writes FreeSWITCH's files; as released, their template cannot be read. */
function writeTemplate(item: Item, { state, data }: Context): void {
  const retyped = data['type'] !== undefined && data['type'] !== item['type'];
  if (state.configuration().sip_template !== 'stock' || !(item['type'] === 'sip' || retyped)) return;
  const message = 'Unexpected "endspaceless" tag (expecting closing tag for the "for" tag defined near line 5).';
  throw new CoreException(0, message);
}
