import { connectionOf } from '../connection.js';
import { Contact } from './contact.js';

export const { Page: ContactConnection, PageResolver: ContactPageResolver } = connectionOf('Contact', () => Contact);
