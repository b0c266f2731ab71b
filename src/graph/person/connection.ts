import { defineConnection } from '../lists/connection.js';
import { Person } from './types.js';

export const { Page: PersonConnection, PageResolver: PersonPageResolver } = defineConnection('Person', () => Person);
