import { defineConnection } from '../connection.js';
import { Contact } from './contact.js';

export const { Page: ContactConnection, PageResolver: ContactPageResolver } = defineConnection(
  'Contact',
  () => Contact,
);
