import { operationsOf } from './operation.js';

/** Every operation of HostTracker's document, in its order. */
export const hostTracker = operationsOf(
  'hosttracker',
  `
GET /contacts/types | accepted contact types | reads | HostTrackerOptions.contactTypes
GET /contacts/delays | accepted alert delays | reads | HostTrackerOptions.alertDelaysMinutes
GET /contacts/sms/gateways | SMS gateways | reads | Query.gateways
GET /contacts/im/gateways | IM gateways | reads | Query.gateways
GET /contacts | contacts, filtered | reads | Query.contacts
GET /contacts/{id} | one contact | reads | Query.contact
POST /contacts/email | new e-mail contact | writes | Mutation.createContact
POST /contacts/sms | new SMS contact | writes | Mutation.createContact
POST /contacts/im | new IM contact | writes | Mutation.createContact
POST /contacts/voice | new voice contact | writes | Mutation.createContact
PUT /contacts | change contacts by filter | writes | Mutation.updateHostTrackerContacts
PUT /contacts/email/{id} | change an e-mail contact | writes | Mutation.updateContact
PUT /contacts/sms/{id} | change an SMS contact | writes | Mutation.updateContact
PUT /contacts/im/{id} | change an IM contact | writes | Mutation.updateContact
PUT /contacts/voice/{id} | change a voice contact | writes | Mutation.updateContact
DELETE /contacts/{id} | delete a contact | writes | Mutation.deleteContact
DELETE /contacts | delete contacts by filter | writes | Mutation.deleteHostTrackerContacts
POST /contacts/{id}/code | confirm a contact | writes | Mutation.confirmContact
PATCH /contacts/{id}/code | send the code again | writes | Mutation.resendConfirmationCode
POST /contacts/$batch => POST /contacts/{type} | several creates in one (its body is not documented) | writes | Mutation.createContacts
`,
  '/api/web/v1',
);

/** Every operation of CloudSigma's document, and the three beside it that the gateway uses. */
export const cloudSigma = operationsOf(
  'cloudsigma',
  `
GET /notification_contacts/ | contacts | reads | Query.contacts
GET /notification_contacts/{uuid}/ | one contact (not on the page of the document) | reads | Query.contact
POST /notification_contacts/ | new contacts | writes | Mutation.createContact
PUT /notification_contacts/{uuid}/ | change a contact | writes | Mutation.updateContact
DELETE /notification_contacts/{uuid}/ | delete a contact | writes | Mutation.deleteContact
GET /notification_preferences/ | notification preferences (a page of its own) | reads | Query.notificationPreferences
PUT /notification_preferences/ | change notification preferences | writes | Mutation.setNotificationPreferences
`,
  '/api/2.0',
);

/** Every operation of Hostway's document, and those of its sibling pages. */
export const hostway = operationsOf(
  'hostway',
  `
GET /accounts/{account}/email/{domain}/contacts | contacts, filtered or searched | reads | Query.contacts
GET /accounts/{account}/email/{domain}/contacts/{contact} | one contact (a page of its own) | reads | Query.contact
POST /accounts/{account}/email/{domain}/contacts | new contact (a page of its own) | writes | Mutation.createContact
PUT /accounts/{account}/email/{domain}/contacts/{contact} | change a contact (a page of its own) | writes | Mutation.updateContact
`,
);

/** Every operation of SerwerSMS' document, and the two reads of its clients. */
export const serwerSms = operationsOf(
  'serwersms',
  `
POST /groups/index | groups | reads | Query.groups
POST /contacts/index | contacts | reads | Query.contacts
POST /groups/add | new group | writes | Mutation.createGroup
POST /contacts/add | new contact | writes | Mutation.createContact
POST /groups/edit | change a group | writes | Mutation.updateGroup
POST /contacts/edit | change a contact | writes | Mutation.updateContact
POST /groups/delete | delete a group | writes | Mutation.deleteGroup
POST /contacts/delete | delete a contact | writes | Mutation.deleteContact
POST /groups/check | groups of a number | reads | Contact.groups
POST /contacts/view | one contact (known from the clients) | reads | Query.contact
POST /groups/view | one group (known from the clients) | reads | Query.node
`,
);
