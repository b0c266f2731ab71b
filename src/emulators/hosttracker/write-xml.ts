import type { ContactType } from './options.js';
import type { ContactRow, ContactStatus, Subscription } from './state.js';

const NAMESPACES = 'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
// The document shows EmailContact; the others are named as in the provider's SOAP twin.
const XSI_TYPES: Readonly<Record<ContactType, string>> = {
  Email: 'EmailContact',
  IM: 'IMContact',
  SMS: 'SmsContact',
  VoiceCall: 'VoiceCallContact',
};

export function arrayOfString(values: readonly string[]): string {
  return `<ArrayOfString ${NAMESPACES}>${strings(values)}</ArrayOfString>`;
}

export function arrayOfInt(values: readonly number[]): string {
  return `<ArrayOfInt ${NAMESPACES}>${values.map((value) => leaf('int', value)).join('')}</ArrayOfInt>`;
}

export function arrayOfContact(rows: readonly ContactRow[]): string {
  const inner = rows.map((row) => `<Contact xsi:type="${XSI_TYPES[row.contactType]}">${contactFields(row)}</Contact>`);
  return `<ArrayOfContact ${NAMESPACES}>${inner.join('')}</ArrayOfContact>`;
}

export function oneContact(row: ContactRow, status?: ContactStatus): string {
  const inner = contactFields(row) + optional('status', status);
  return `<Contact ${NAMESPACES} xsi:type="${XSI_TYPES[row.contactType]}">${inner}</Contact>`;
}

export function flat(root: string, fields: Readonly<Record<string, string | number>>): string {
  const inner = Object.entries(fields).map(([name, value]) => leaf(name, value));
  return `<${root} ${NAMESPACES}>${inner.join('')}</${root}>`;
}

/** In the order of the document's sample, which has no `activeDays`: it is written where there are some. */
function contactFields(row: ContactRow): string {
  return [
    leaf('id', row.id),
    leaf('confirmed', row.confirmed),
    leaf('contactType', row.contactType),
    leaf('name', row.name),
    leaf('address', row.address),
    leaf('sendCost', row.sendCost),
    leaf('alertDelay', row.alertDelay),
    leaf('activePeriodStart', row.activePeriodStart),
    leaf('activePeriodEnd', row.activePeriodEnd),
    row.activeDays === null ? '' : branch('activeDays', strings(row.activeDays)),
    branch('billingOverlimit', strings(row.billingOverlimit)),
    branch('subscriptions', row.subscriptions.map(subscription).join('')),
    optional('reportFormat', row.reportFormat),
    optional('sendNews', row.sendNews),
    optional('sendPressRelease', row.sendPressRelease),
    optional('sendBillingNotifications', row.sendBillingNotifications),
    optional('gateway', row.gateway),
  ].join('');
}

function subscription({ taskId, contactId, alertTypes, reportTypes }: Subscription): string {
  const inner = [
    optional('taskId', taskId),
    optional('contactId', contactId),
    alertTypes ? branch('alertTypes', strings(alertTypes)) : '',
    reportTypes ? branch('reportTypes', strings(reportTypes)) : '',
  ];
  return branch('Subscription', inner.join(''));
}

function strings(values: readonly string[]): string {
  return values.map((value) => leaf('string', value)).join('');
}

function optional(name: string, value: string | boolean | undefined): string {
  return value === undefined ? '' : leaf(name, value);
}

function leaf(name: string, value: string | number | boolean | null): string {
  return branch(name, escaped(String(value ?? '')));
}

function branch(name: string, inner: string): string {
  return inner === '' ? `<${name} />` : `<${name}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return (
    text
      // XML 1.0 has no way to write these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
