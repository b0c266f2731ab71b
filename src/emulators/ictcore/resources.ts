import { accountActions } from './account-actions.js';
import { accounts } from './account-table.js';
import { accountEndpoints } from './accounts.js';
import { authenticate } from './authenticate.js';
import { campaigns } from './campaign-table.js';
import { campaignEndpoints } from './campaigns.js';
import { contactEndpoints, contacts } from './contacts.js';
import { documentEndpoints, documents } from './documents.js';
import { groups } from './group-table.js';
import { groupEndpoints } from './groups.js';
import { links } from './links.js';
import { programs } from './program-table.js';
import { programEndpoints } from './programs.js';
import { providerEndpoints, providers } from './providers.js';
import { recordingEndpoints, recordings } from './recordings.js';
import { permissions, rolePermissions, roles } from './role-tables.js';
import { roleEndpoints } from './roles.js';
import type { Endpoint } from './route.js';
import { tasks } from './schedules.js';
import { spoolEndpoints } from './spools.js';
import { statisticEndpoints } from './statistics.js';
import { templateEndpoints, templates } from './templates.js';
import { textEndpoints, texts } from './texts.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { spoolResults, spools, transmissions } from './transmission-table.js';
import { userConfiguration, userEndpoints } from './user-endpoints.js';
import { userPermissions } from './user-saving.js';
import { userRoles, users } from './users.js';

/** Every table, in the order in which they are filled: what a trigger touches comes before what it is on, but for the users' accounts. */
export const TABLES = [
  ...[roles, permissions, rolePermissions, users, userRoles, userPermissions, userConfiguration, accounts],
  ...[contacts, groups, links, providers],
  ...[documents, recordings, templates, texts, programs],
  ...[campaigns, transmissions, spools, spoolResults, tasks],
] as const;

/** Every route; a literal one comes before those with parameters. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...authenticate,
  ...contactEndpoints,
  ...groupEndpoints,
  ...providerEndpoints,
  ...documentEndpoints,
  ...recordingEndpoints,
  ...templateEndpoints,
  ...textEndpoints,
  ...transmissionEndpoints,
  ...programEndpoints,
  ...spoolEndpoints,
  ...campaignEndpoints,
  ...accountEndpoints,
  ...accountActions,
  ...userEndpoints,
  ...roleEndpoints,
  ...statisticEndpoints,
];

export type TableName = (typeof TABLES)[number]['name'];
