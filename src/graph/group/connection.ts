import { defineConnection } from '../lists/connection.js';
import { Group } from './types.js';

export const { Page: GroupConnection, PageResolver: GroupPageResolver } = defineConnection('Group', () => Group);
