import { defineConnection } from '../lists/connection.js';
import { Account } from './types.js';

export const { Page: AccountConnection, PageResolver: AccountPageResolver } = defineConnection(
  'Account',
  () => Account,
);
