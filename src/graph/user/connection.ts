import { defineConnection } from '../lists/connection.js';
import { User } from './types.js';

export const { Page: UserConnection, PageResolver: UserPageResolver } = defineConnection('User', () => User);
