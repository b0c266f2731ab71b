/** A room of src/: what it may import, and why not more. `self` is always allowed. */
export interface Room {
  /** Folder or file below src/, without extension. */
  readonly room: string;
  readonly may: readonly string[];
  readonly because: string;
}

/** The first entry whose room a file lies in counts, so the narrower ones come first. */
export const ROOMS: readonly Room[] = [
  { room: 'transport', may: [], because: 'it carries requests and knows neither wire formats nor providers' },
  { room: 'wire', may: ['transport'], because: 'it turns bytes into values and must not know who is asking' },
  { room: 'executor', may: [], because: 'it executes documents of any schema, as graphql-js does' },
  { room: 'query', may: [], because: 'it is arithmetic on filters, orders and pages' },
  {
    room: 'operations',
    may: ['transport'],
    because: 'it keeps account of writes, whoever asks and whatever is written',
  },
  {
    room: 'graph',
    may: ['query', 'transport', 'operations'],
    because: 'it knows nouns, not providers: a provider must fit the socket',
  },
  { room: 'providers/index', may: ['providers', 'graph'], because: 'it is the registry: one line a provider' },
  {
    room: 'providers/*',
    may: ['graph', 'query', 'wire', 'transport', 'operations'],
    because: 'a provider is one folder and knows none of its neighbours',
  },
  { room: 'config', may: ['graph', 'transport'], because: 'it reads a file and the environment, once' },
  {
    room: 'server',
    may: ['graph', 'transport', 'gateway', 'executor'],
    because: 'it serves HTTP and must not know which providers there are',
  },
  { room: 'emulators/kit', may: [], because: 'emulators share it and nothing with the gateway' },
  { room: 'emulators/index', may: ['emulators'], because: 'it is the registry: one line an emulator' },
  {
    room: 'emulators/*',
    may: ['emulators/kit'],
    because: 'an emulator that shared code with the gateway would agree with its bugs',
  },
  {
    room: 'gateway',
    may: ['config', 'graph', 'query', 'transport', 'wire', 'providers', 'operations'],
    because: 'it plugs the rooms together; emulators and the server stay outside',
  },
  {
    room: 'commands',
    may: ['config', 'emulators', 'gateway', 'graph', 'operations', 'providers', 'server', 'transport'],
    because: 'it is what people start',
  },
  {
    room: 'main',
    may: ['commands', 'config', 'providers', 'server'],
    because: 'it names the commands and hands them the world',
  },
];

/** Who may import a package: replacing it is then one edit. */
export const KEEPERS: Readonly<Record<string, readonly string[]>> = {
  undici: ['transport/undici', 'transport/send-streaming', 'transport/dispatcher'],
  'fast-xml-parser': ['wire/xml-parse'],
  'csv-parse': ['wire/csv'],
  'content-type': ['wire/content-type', 'server/body'],
  'content-disposition': ['server/media'],
  cors: ['server/cors'],
  '@opentelemetry/api': ['transport/trace-span', 'transport/exchange', 'server/observe'],
  'prom-client': ['server/observe/metrics'],
  'rate-limiter-flexible': ['server/gate/rate-limit'],
  'fastest-levenshtein': ['config/suggest-key'],
  'node:worker_threads': ['wire/xml-worker-client', 'wire/xml-worker'],
  'type-graphql': ['graph/values/decorators', 'graph/schema'],
  'reflect-metadata': ['graph/values/decorators'],
  dataloader: ['graph/request/loaders'],
  uuid: ['operations'],
  'lru-cache': ['transport/cache', 'graph/cost/lru-map'],
  lmdb: ['operations/lmdb-store', 'operations/lmdb-tables'],
  ioredis: ['operations/redis-store', 'operations/redis-connection'],
  'libphonenumber-js': ['graph/values/phone'],
  '@apollo/server': ['server'],
  '@graphql-yoga/render-graphiql': ['server'],
  pino: ['server/log'],
  yaml: ['config', 'commands'],
  commander: ['main', 'commands'],
  zod: ['config', 'graph/ports/provider', 'providers'],
};

/** What a noun is made of. */
const NOUN_PARTS = ['values', 'ports', 'request', 'upstream', 'lists', 'mutations', 'cost'] as const;

/** The folders of src/graph, bottom up: each may import folders that stand before it in this list, and of those only these. */
export const GRAPH_ROOMS: readonly Room[] = [
  { room: 'values', may: [], because: 'scalars, ids and errors are of no noun' },
  { room: 'ports', may: ['values'], because: 'it is what a provider implements: nouns add their backends to it' },
  { room: 'request', may: ['values', 'ports'], because: 'what a request carries is filled by the nouns' },
  { room: 'upstream', may: ['values', 'ports', 'request'], because: 'every noun shows the account that it is of' },
  { room: 'proof', may: ['ports'], because: 'it tries out comparisons, whatever they compare' },
  { room: 'lists', may: ['values', 'ports', 'request', 'upstream'], because: 'it lists rows of any noun' },
  { room: 'mutations', may: ['values', 'ports', 'request'], because: 'it writes items of any noun' },
  {
    room: 'cost',
    may: ['values', 'ports', 'request', 'lists'],
    because: 'each noun has the formulas of its own fields',
  },
  { room: 'user', may: NOUN_PARTS, because: 'it names no other noun' },
  { room: 'group', may: NOUN_PARTS, because: 'lists of its contacts are contacts’' },
  { room: 'account', may: [...NOUN_PARTS, 'user'], because: 'an account names its owner only' },
  { room: 'message', may: NOUN_PARTS, because: 'it names no other noun' },
  {
    room: 'program',
    may: [...NOUN_PARTS, 'account', 'message'],
    because: 'it names whom it acts for and what it sends',
  },
  { room: 'contact', may: [...NOUN_PARTS, 'group'], because: 'it names its groups, and its person is of person/' },
  { room: 'gateway', may: [...NOUN_PARTS, 'contact'], because: 'it carries channels of contacts' },
  {
    room: 'campaign',
    may: [...NOUN_PARTS, 'account', 'group', 'program'],
    because: 'lists of its transmissions are transmissions’',
  },
  {
    room: 'transmission',
    may: [...NOUN_PARTS, 'account', 'campaign', 'contact', 'program'],
    because: 'it names what it was sent with, by and to',
  },
  { room: 'person', may: [...NOUN_PARTS, 'contact'], because: 'it is made of contacts' },
  { room: 'operation', may: NOUN_PARTS, because: 'it is a write, of whatever noun' },
  { room: 'statistics', may: NOUN_PARTS, because: 'it counts and lists nothing' },
  { room: 'media', may: [...NOUN_PARTS, 'message'], because: 'files are of messages' },
  {
    room: 'node',
    may: [...NOUN_PARTS, 'operation', 'person'],
    because: 'it finds any noun by its loader, and by name only what no backend has',
  },
  {
    room: 'registry',
    may: [
      ...['values', 'ports', 'request', 'upstream', 'user', 'group', 'account', 'message', 'program', 'contact'],
      ...['gateway', 'campaign', 'transmission', 'person', 'operation', 'statistics', 'media', 'node'],
    ],
    because: 'it is the one folder that names every noun',
  },
  {
    room: 'schema',
    may: ['ports', 'request', 'upstream', 'registry'],
    because: 'it names no noun: those are in registry/',
  },
];
