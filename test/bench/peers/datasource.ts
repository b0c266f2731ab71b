// Apollo Server with the REST data source of its own makers.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { RESTDataSource, type AugmentedRequest } from '@apollo/datasource-rest';

import { WHOLE_LIST } from './reads.js';
import { SCHEMA } from './schema.js';
import {
  HEADERS,
  ORIGINS,
  PATHS,
  PORT,
  TO_CONTACT,
  type CloudRow,
  type MailRow,
  type MonitoringRow,
  type PbxRow,
  type SmsRow,
  type UpstreamName,
} from './wire.js';

class Source extends RESTDataSource {
  readonly #name: UpstreamName;

  constructor(name: UpstreamName) {
    super({ cache: server.cache });
    this.baseURL = ORIGINS[name];
    this.#name = name;
  }

  override willSendRequest(_path: string, request: AugmentedRequest): void {
    Object.assign(request.headers, HEADERS[this.#name]);
  }

  read<Answer>(path: string): Promise<Answer> {
    return this.get<Answer>(path);
  }

  send<Answer>(path: string): Promise<Answer> {
    return this.post<Answer>(path, { body: {} });
  }
}

type Sources = Readonly<Record<UpstreamName, Source>>;

const cloudList = async ({ cloud }: Sources, limit: number) =>
  (await cloud.read<{ objects: CloudRow[] }>(PATHS.cloud(limit))).objects.map(TO_CONTACT.cloud);

const server = new ApolloServer<Sources>({
  typeDefs: SCHEMA,
  resolvers: {
    Query: {
      cloudContacts: (_: unknown, { limit }: { limit: number }, sources: Sources) => cloudList(sources, limit),
      cloudContact: async (_: unknown, { id }: { id: string }, { cloud }: Sources) =>
        TO_CONTACT.cloud(await cloud.read(PATHS.cloudItem(id))),
      pbxContacts: async (_: unknown, { group }: { group: string }, { pbx }: Sources) =>
        (await pbx.read<PbxRow[]>(PATHS.pbxGroup(group))).map(TO_CONTACT.pbx),
      monitoring: async (_: unknown, __: unknown, { monitoring }: Sources) =>
        (await monitoring.read<MonitoringRow[]>(PATHS.monitoring)).map(TO_CONTACT.monitoring),
      cloud: (_: unknown, __: unknown, sources: Sources) => cloudList(sources, WHOLE_LIST),
      mail: async (_: unknown, __: unknown, { mail }: Sources) =>
        (await mail.read<{ list: MailRow[] }>(PATHS.mail)).list.map(TO_CONTACT.mail),
      pbx: async (_: unknown, __: unknown, { pbx }: Sources) =>
        (await pbx.read<PbxRow[]>(PATHS.pbx)).map(TO_CONTACT.pbx),
      sms: async (_: unknown, __: unknown, { sms }: Sources) =>
        (await sms.send<{ items: SmsRow[] }>(PATHS.sms)).items.map(TO_CONTACT.sms),
    },
    PbxContact: {
      description: async ({ id }: { id: string }, _: unknown, { pbx }: Sources) =>
        (await pbx.read<{ description: string | null }>(PATHS.pbxItem(id))).description,
    },
  },
});
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: PORT },
  context: async () => ({
    monitoring: new Source('monitoring'),
    cloud: new Source('cloud'),
    mail: new Source('mail'),
    pbx: new Source('pbx'),
    sms: new Source('sms'),
  }),
});
