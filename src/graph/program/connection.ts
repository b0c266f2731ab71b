import { defineConnection } from '../lists/connection.js';
import { Program } from './types.js';

export const { Page: ProgramConnection, PageResolver: ProgramPageResolver } = defineConnection(
  'Program',
  () => Program,
);
