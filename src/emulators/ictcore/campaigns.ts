import { defaultAccount } from './account-table.js';
import { startCampaign, stopCampaign } from './campaign-run.js';
import { campaigns } from './campaign-table.js';
import { CoreException } from './errors.js';
import { applyFilters, contains, endsWith, exact, number, OWNER_AND_DATE } from './filters.js';
import { programs } from './program-table.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import { value, type Endpoint } from './route.js';
import { cancelTasks, scheduleEndpoint, unscheduleEndpoint } from './schedules.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';

const BLANK: Item = {
  campaign_id: null,
  program_id: null,
  group_id: null,
  cpm: null,
  try_allowed: null,
  account_id: null,
  status: 'new',
  source: '',
  created_by: null,
  user_id: null,
};

const resource: Resource = {
  path: 'campaigns',
  thing: 'Campaign',
  permission: 'campaign',
  table: campaigns,
  blank: BLANK,
  readOnly: ['campaign_id', 'user_id', 'created_by', 'contact_total', 'contact_done', 'pid', 'last_run'],
  list: ({ state, query }) =>
    applyFilters(state.rows(campaigns).all(), query, {
      ...OWNER_AND_DATE,
      campaign_id: number('campaign_id'),
      group_id: exact('group_id'),
      status: contains('status'),
      program_id: endsWith('program_id'),
    }).map((row) => toRow(state, row)),
  toItem: (row) => ({ ...fieldsOf(BLANK, row), created_by: null }),
  creating: (item, _data, { state, userId }) => {
    item['account_id'] = defaultAccount(state, userId)['account_id'];
  },
  saving: (item, { state, userId }) => {
    if (item['campaign_id'] === null) return {};
    // Changing one asks for an account of one's own, as making one does (research notes).
    defaultAccount(state, userId);
    return { last_updated: state.seconds(), updated_by: userId };
  },
  deleted: ({ campaign_id }, { state }) => {
    cancelTasks(state, 'campaign', campaign_id);
  },
};

const ACTIONS = { start: startCampaign, stop: stopCampaign } as const;

export const campaignEndpoints: readonly Endpoint[] = [
  ...endpointsOf(resource),
  // GET does it as well as PUT (capture 256), and whatever comes of it the answer is the id as text.
  ...(['GET', 'PUT'] as const).flatMap((method) =>
    Object.entries(ACTIONS).map(([action, act]): Endpoint => ({
      method,
      pattern: `/campaigns/:id/${action}`,
      access: [`campaign_${action}`],
      answer: ({ state, params, userId, did }) => {
        const row = state.rows(campaigns).find(toInteger(params['id'] ?? ''));
        if (!row) throw new CoreException(404, 'Campaign not found');
        const before = row['status'];
        act(state, row, userId);
        if (row['status'] !== before) did(`campaign.${action} ${row['campaign_id'] ?? ''}`);
        return value(row['campaign_id']);
      },
    })),
  ),
  // Any word is taken for an action (capture 259), and none is ever done: campaign tasks have no handler (code).
  scheduleEndpoint('POST', '/campaigns/:id/:action/schedule', resource),
  scheduleEndpoint('PUT', '/campaigns/:id/:action/schedule', resource),
  unscheduleEndpoint('/campaigns/:id/schedule', resource, [], ({ state, did }, id) => {
    for (const { task_id } of cancelTasks(state, 'campaign', id)) did(`task.delete ${task_id ?? ''}`);
  }),
];

function toRow(state: State, row: Row): Item {
  const { campaign_id, program_id, group_id, account_id, cpm, try_allowed, contact_total, contact_done } = row;
  const { status, source, pid, last_run, date_created, user_id, last_updated, updated_by } = row;
  const program = state.rows(programs).find(toInteger(program_id ?? ''));
  return {
    ...{ campaign_id, program_id, group_id, account_id, cpm, try_allowed, contact_total, contact_done },
    ...{ status, source, pid, last_run, date_created, created_by: user_id, last_updated, updated_by },
    program_type: program?.['type'] ?? null,
  };
}
