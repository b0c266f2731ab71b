import { registerEnumType } from '../../graph/decorators.js';

/** The columns of a contact: what the graph's filter calls them, and the wire. */
export const COLUMNS = {
  NAME: 'name',
  EMAIL: 'email',
  FIRST_NAME: 'firstName',
  LAST_NAME: 'lastName',
  DISPLAY_NAME: 'displayName',
  TITLE: 'title',
  HOME_PHONE: 'homePhone',
  MOBILE_PHONE: 'mobilePhone',
  BUSINESS_PHONE: 'businessPhone',
  BUSINESS_FAX: 'businessFax',
  ISDN_NUMBER: 'isdnNumber',
  PAGER: 'pager',
  TELEX_NUMBER: 'telexNumber',
  COMPANY: 'company',
  DEPARTMENT: 'department',
  ROOM_NUMBER: 'roomNumber',
  STREET_ADDRESS: 'streetAddress',
  POSTAL_CODE: 'postalCode',
  CITY: 'city',
  STATE: 'state',
  COUNTRY: 'country',
} as const;

export type FieldName = keyof typeof COLUMNS;
export type Column = (typeof COLUMNS)[FieldName];

/** The enum of the graph: its values are the names above. */
export const HostwayContactField = Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, name]));
registerEnumType(HostwayContactField, {
  name: 'HostwayContactField',
  description: 'A column of a Hostway contact.',
  valuesConfig: Object.fromEntries(
    Object.entries(COLUMNS).map(([name, column]) => [name, { description: `\`${column}\` of the address book.` }]),
  ),
});
