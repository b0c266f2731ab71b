import { defineConnection } from '../lists/connection.js';
import { Gateway } from './types.js';

export const { Page: GatewayConnection, PageResolver: GatewayPageResolver } = defineConnection(
  'Gateway',
  () => Gateway,
);
