import { connectionOf } from '../connection.js';
import { Gateway } from './gateway.js';

export const { Page: GatewayConnection, PageResolver: GatewayPageResolver } = connectionOf('Gateway', () => Gateway);
