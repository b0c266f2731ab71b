import { defineConnection } from '../lists/connection.js';
import { Transmission } from './types.js';

export const { Page: TransmissionConnection, PageResolver: TransmissionPageResolver } = defineConnection(
  'Transmission',
  () => Transmission,
);
