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
    may: ['graph', 'transport', 'gateway'],
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
  'fastest-levenshtein': ['config/suggest-key'],
  'p-map': ['transport/map-concurrent'],
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
