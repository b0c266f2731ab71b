import { defineConnection } from '../connection.js';
import { Group } from './group.js';

export const { Page: GroupConnection, PageResolver: GroupPageResolver } = defineConnection('Group', () => Group);
