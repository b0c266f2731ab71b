import { extendCreateContact, extendUpdateContact } from '../../graph/contact/extension.js';
import { CreateSerwerSmsContactInput, UpdateSerwerSmsContactInput } from './contact/inputs.js';
import type { ContactInputMembers } from '../../graph/ports/contact-extension.js';

export const INPUT_MEMBER = 'serwerSms';

extendCreateContact(INPUT_MEMBER, CreateSerwerSmsContactInput, 'A number in the address book of a SerwerSMS account.');
extendUpdateContact(INPUT_MEMBER, UpdateSerwerSmsContactInput, 'For a contact of a SerwerSMS account.');

export const contactInputs: ContactInputMembers = { create: [INPUT_MEMBER], update: [INPUT_MEMBER] };
