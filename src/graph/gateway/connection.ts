import { defineConnection } from '../connection.js';
import { Gateway } from './gateway.js';

export const { Page: GatewayConnection, PageResolver: GatewayPageResolver } = defineConnection(
  'Gateway',
  () => Gateway,
);
