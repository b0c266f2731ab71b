import { defineConfig } from '@graphql-mesh/compose-cli';
import { loadJSONSchemaSubgraph } from '@omnigraph/json-schema';

import { HEADERS, PATHS, type UpstreamName } from './wire.js';

const upstreams = Object.keys(HEADERS);
const firstPort = Number(process.env['BENCH_UPSTREAM_PORT']);

interface Operation {
  readonly field: string;
  readonly path: string;
  readonly sample: string;
  readonly type: string;
  readonly method?: 'GET' | 'POST';
  readonly argTypeMap?: Readonly<Record<string, { readonly type: 'integer' }>>;
}

const subgraph = (name: UpstreamName, operations: readonly Operation[]) => ({
  sourceHandler: loadJSONSchemaSubgraph(name, {
    endpoint: `http://127.0.0.1:${firstPort + upstreams.indexOf(name)}`,
    operationHeaders: HEADERS[name],
    operations: operations.map(({ field, path, sample, type, method = 'GET', argTypeMap = {} }) => ({
      type: 'Query' as const,
      field,
      path,
      method,
      responseSample: `${process.env['BENCH_SAMPLES']}/${sample}.json`,
      responseTypeName: type,
      argTypeMap,
    })),
  }),
});

const cloudPath = '/api/2.0/notification_contacts';

export const composeConfig = defineConfig({
  subgraphs: [
    subgraph('monitoring', [
      { field: 'monitoring', path: PATHS.monitoring, sample: 'monitoring-list', type: 'MonitoringRow' },
    ]),
    subgraph('cloud', [
      {
        field: 'cloudContacts',
        path: `${cloudPath}/?limit={args.limit}`,
        sample: 'cloud-list',
        type: 'CloudList',
        argTypeMap: { limit: { type: 'integer' } },
      },
      { field: 'cloud', path: PATHS.cloud(501), sample: 'cloud-list', type: 'CloudList' },
      { field: 'cloudContact', path: `${cloudPath}/{args.id}/`, sample: 'cloud-item', type: 'Cloud' },
    ]),
    subgraph('mail', [{ field: 'mail', path: PATHS.mail, sample: 'mail-list', type: 'MailList' }]),
    subgraph('pbx', [
      { field: 'pbxContacts', path: '/api/groups/{args.group}/contacts', sample: 'pbx-list', type: 'PbxRow' },
      { field: 'pbx', path: PATHS.pbx, sample: 'pbx-list', type: 'PbxRow' },
      { field: 'pbxItem', path: '/api/contacts/{args.id}', sample: 'pbx-item', type: 'PbxItem' },
    ]),
    subgraph('sms', [{ field: 'sms', path: PATHS.sms, sample: 'sms-list', type: 'SmsList', method: 'POST' }]),
  ],
  additionalTypeDefs: `extend type query_pbxContacts_items {
    item: PbxItem @resolveTo(
      sourceName: "pbx", sourceTypeName: "Query", sourceFieldName: "pbxItem",
      requiredSelectionSet: "{ contact_id }", sourceArgs: { id: "{root.contact_id}" }
    )
  }`,
});
