import { defineConnection } from '../lists/connection.js';
import { Message } from './types.js';

export const { Page: MessageConnection, PageResolver: MessagePageResolver } = defineConnection(
  'Message',
  () => Message,
);
