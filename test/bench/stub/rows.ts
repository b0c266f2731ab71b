/** Rows of the five providers in their own shapes, with names, e-mails and phones as people write them. */

const FIRST =
  'Anna Błażej Celina Dawid Elżbieta Filip Grażyna Hubert Irena Jan Katarzyna Łukasz Magda Norbert Olga Piotr';
const LAST = 'Kowalska Nowak Różecki Łopuszański Zielińska Wójcik Adams Brown Ćwik Mazur Smith Dudek Pawlak';
const firstNames = FIRST.split(' ');
const lastNames = LAST.split(' ');

function personOf(index: number) {
  const first = firstNames[index % firstNames.length] ?? '';
  const last = lastNames[(index * 7) % lastNames.length] ?? '';
  const email = `${last}.${index}@example.com`.toLowerCase().replace(/[^a-z0-9.@]/g, 'x');
  return { first, last, email, phone: phoneOf(index) };
}

/** Half in E.164, half as national numbers are typed. */
function phoneOf(index: number): string {
  const digits = String(index % 1_000_000).padStart(6, '0');
  return index % 2 ? `+48501${digits}` : `501 ${digits.slice(0, 3)} ${digits.slice(3)}`;
}

const asHex = (index: number): string => index.toString(16).padStart(12, '0');

export function cloudIdOf(index: number): string {
  return `1399b189-3bbd-42e8-a815-${asHex(index)}`;
}

export function cloudRow(index: number) {
  const { first, last, email, phone } = personOf(index);
  const uuid = cloudIdOf(index);
  const uri = `/api/2.0/notification_contacts/${uuid}/`;
  return { email, main: index === 1, name: `${first} ${last}`, phone, resource_uri: uri, uuid };
}

export function cloudList(count: number) {
  return { meta: { limit: 0, offset: 0, total_count: count }, objects: rows(count, cloudRow) };
}

export function pbxRow(index: number) {
  const { first, last, email, phone } = personOf(index);
  return { contact_id: String(index), first_name: first, last_name: last, phone, email };
}

export function pbxItem(index: number) {
  const own = { address: `ul. Świętokrzyska ${index}`, custom1: 'a', custom2: null, custom3: null };
  return { ...pbxRow(index), ...own, description: `note on ${index}`, user_id: '1' };
}

export function pbxList(count: number) {
  return rows(count, pbxRow);
}

/** Contacts that no other group has: nothing that two groups need is the same. */
export function pbxGroup(group: number, count: number) {
  return rows(count, (index) => pbxRow(group * 1000 + index));
}

export function smsList(count: number) {
  const toRow = (index: number) => {
    const { first, last, email, phone } = personOf(index);
    return {
      ...{ id: 228_000_000 + index, phone, email, company: 'Przykład Sp. z o.o.', first_name: first, last_name: last },
      ...{ tax_id: '', address: '', city: 'Łódź', description: 'Dodatkowy opis', blacklist: false },
      ...{ group_id: 17_293_086, group_name: 'Grupa testowa' },
    };
  };
  return { items: rows(count, toRow) };
}

export function mailList(count: number) {
  const href = 'https://api.hostway.com/accounts/account007/email/test-domain.com/contacts';
  const toRow = (index: number) => {
    const { first, last, email, phone } = personOf(index);
    return {
      ...{ city: 'Łódź', businessPhone: '', displayName: `${last}, ${first}`, mobilePhone: phone },
      ...{ firstName: first, lastName: last, title: 'Dyrektor', company: 'Przykład Sp. z o.o.', email },
      ...{ name: `contact.${index}`, country: 'PL', links: [{ href: `${href}/contact.${index}`, rel: 'self' }] },
    };
  };
  return { count, list: rows(count, toRow), links: [{ href, rel: 'self' }] };
}

export function monitoringList(count: number) {
  return rows(count, (index) => {
    const { first, last, email } = personOf(index);
    return {
      ...{ id: `2f4c6a80-0000-4000-8000-${asHex(index)}`, address: email, confirmed: true, contactType: 'Email' },
      ...{ name: `${first} ${last}`, sendCost: 0, alertDelay: 5, activePeriodStart: '08:00', activePeriodEnd: '16:00' },
      ...{ activeDays: ['Monday', 'Tuesday'], billingOverlimit: [], subscriptions: [], reportFormat: 'html' },
      ...{ sendNews: false, sendPressRelease: false, sendBillingNotifications: true },
    };
  });
}

function rows<Row>(count: number, toRow: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, place) => toRow(place + 1));
}
