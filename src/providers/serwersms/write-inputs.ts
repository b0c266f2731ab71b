import { extendCreateContact, extendUpdateContact, type ContactInputs } from '../../graph/contact/extension.js';
import { CreateSerwerSmsContactInput, UpdateSerwerSmsContactInput } from './write-types.js';

export const MEMBER = 'serwerSms';

extendCreateContact(MEMBER, CreateSerwerSmsContactInput, 'A number in the address book of a SerwerSMS account.');
extendUpdateContact(MEMBER, UpdateSerwerSmsContactInput, 'For a contact of a SerwerSMS account.');

export const contactInputs: ContactInputs = { create: [MEMBER], update: [MEMBER] };
