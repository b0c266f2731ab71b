import { authenticate } from './authenticate.js';
import { contactEndpoints, contacts } from './contacts.js';
import { groups } from './group-table.js';
import { groupEndpoints } from './groups.js';
import { links } from './links.js';
import { providerEndpoints, providers } from './providers.js';
import type { Endpoint } from './route.js';
import { userRoles, users } from './users.js';

/** Every table, in the order in which they are filled: what a trigger touches comes before. */
export const TABLES = [users, userRoles, contacts, groups, links, providers] as const;

/** Every route; a literal one comes before those with parameters. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...authenticate,
  ...contactEndpoints,
  ...groupEndpoints,
  ...providerEndpoints,
];

export type TableName = (typeof TABLES)[number]['name'];
