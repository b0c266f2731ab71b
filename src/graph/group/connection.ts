import { connectionOf } from '../connection.js';
import { Group } from './group.js';

export const { Page: GroupConnection, PageResolver: GroupPageResolver } = connectionOf('Group', () => Group);
