import { accounts } from './account-table.js';
import { campaigns } from './campaign-table.js';
import { contacts } from './contacts.js';
import { applyFilters, atLeast, bitmask, exact, number, type Filters } from './filters.js';
import { groups } from './group-table.js';
import { value, type Endpoint } from './route.js';
import type { Row, Table } from './table.js';
import { transmissions } from './transmission-table.js';
import { users } from './users.js';

const EVERYWHERE: Filters = {
  user_id: number('user_id'),
  created_by: number('user_id'),
  date_created: atLeast('date_created'),
  since: atLeast('date_created'),
  from: atLeast('date_created'),
};

export const statisticEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: '/statistics',
    access: ['statistic_read'],
    answer: ({ state, query }) => {
      const found = (table: Table, filters: Filters = {}): Row[] =>
        applyFilters(state.rows(table).all(), query, { ...EVERYWHERE, ...filters });
      const sent = found(transmissions, { service_flag: bitmask('service_flag') });
      const run = found(campaigns);
      const count = (rows: readonly Row[], column?: string, wanted?: string): string =>
        String(column === undefined ? rows.length : rows.filter((row) => row[column] === wanted).length);
      return value({
        user_total: count(found(users)),
        account_total: count(found(accounts, { account_type: exact('type') })),
        campaign_total: count(run),
        campaign_active: count(run, 'status', 'running'),
        group_total: count(found(groups)),
        contact_total: count(found(contacts)),
        transmission_total: count(sent),
        transmission_inbound: count(sent, 'direction', 'inbound'),
        transmission_outbound: count(sent, 'direction', 'outbound'),
        transmission_active: count(sent, 'status', 'processing'),
      });
    },
  },
];
