import { defineConnection } from '../lists/connection.js';
import { Contact } from './types.js';

export const { Page: ContactConnection, PageResolver: ContactPageResolver } = defineConnection(
  'Contact',
  () => Contact,
);
