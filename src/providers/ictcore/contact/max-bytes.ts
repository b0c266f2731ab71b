/** How long a contact's columns are on the server, which cuts what is longer. */
export const CONTACT_MAX_BYTES = {
  phone: 32,
  first_name: 64,
  last_name: 64,
  email: 64,
  address: 128,
  custom1: 128,
  custom2: 128,
  custom3: 128,
  description: 255,
} as const;
