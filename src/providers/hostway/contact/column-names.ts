import { registerEnumType } from '../../../graph/values/decorators.js';

/** The columns of a contact: what the graph's filter calls them, and the wire. */
export const HOSTWAY_COLUMNS = {
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

export type HostwayFieldName = keyof typeof HOSTWAY_COLUMNS;
export type HostwayColumn = (typeof HOSTWAY_COLUMNS)[HostwayFieldName];

/** The enum of the graph: its values are the names above. */
export const HostwayContactField = Object.fromEntries(Object.keys(HOSTWAY_COLUMNS).map((name) => [name, name]));
registerEnumType(HostwayContactField, {
  name: 'HostwayContactField',
  description: 'A column of a Hostway contact.',
  valuesConfig: Object.fromEntries(
    Object.entries(HOSTWAY_COLUMNS).map(([name, column]) => [
      name,
      { description: `\`${column}\` of the address book.` },
    ]),
  ),
});
