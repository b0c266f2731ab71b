import type { Values } from './table.js';

const DAY = 1_767_225_600;
const mine = (row: Values, index: number): Values => ({ user_id: 1, date_created: DAY + index * 600, ...row });

const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj',
  'trailer<</Size 4/Root 1 0 R>>',
  '%%EOF\n',
].join('\n');

/** A tenth of a second of silence: one channel, 8000 samples a second of 16 bits. */
const WAV = Buffer.concat([
  Buffer.from(
    'RIFF\x64\x06\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x40\x06\0\0',
    'latin1',
  ),
  Buffer.alloc(1_600),
]);

const INVOICE = '/usr/ictcore/data/document/document_0_1.tif';
const WELCOME = '/usr/ictcore/data/recordingWelcom.wav';

export const FILES: Readonly<Record<string, string | Buffer>> = { [INVOICE]: PDF, [WELCOME]: WAV };

export const DOCUMENTS: readonly Values[] = [
  {
    name: 'Invoice 1/2026',
    type: 'pdf',
    description: 'January',
    file_name: INVOICE,
    pages: 1,
    size_x: 200,
    size_y: 300,
    quality: 'fine',
  },
  { name: 'Price list <draft> & notes', type: '', description: '' },
].map(mine);

export const RECORDINGS: readonly Values[] = [
  { name: 'Welcome', description: 'Dzień dobry', file_name: WELCOME },
  { name: 'Closed today', description: '' },
].map(mine);

export const TEMPLATES: readonly Values[] = [
  {
    name: 'Reminder',
    type: 'html',
    description: 'payment',
    subject: 'Hi [contact:first_name]',
    body: '<p>Your invoice is due.</p>',
    body_alt: 'Your invoice is due.',
    length: 70,
  },
  { name: 'Bare', type: '1' },
].map(mine);

export const TEXTS: readonly Values[] = [
  { name: 'Promo', data: 'Sale today: 50% & more', description: 'promo' },
  { name: 'Alert', data: 'Uwaga: awaria łącza nr 24/7', description: 'on call', type: 'UTF-8' },
  { name: 'Empty' },
].map(mine);

/** One of each type. */
export const PROGRAMS: readonly Values[] = [
  { name: 'Fax invoice', type: 'sendfax', data: '{"document_id":1}' },
  { name: 'Voice welcome', type: 'voicemessage', data: '{"recording_id":1}' },
  { name: 'Sms promo', type: 'sendsms', data: '{"text_id":1}' },
  { name: 'Mail reminder', type: 'sendemail', data: '{"template_id":1}' },
  { name: 'Read aloud', type: 'voicetts' },
  { name: 'Mail to fax', type: 'emailtofax', data: '{"account_id":1}' },
  { name: 'Fax to mail', type: 'faxtoemail', data: '{"account_id":3}' },
  { name: 'Fax inbox', type: 'receivefax', data: '{"account_id":3}' },
  { name: 'Sms inbox', type: 'receivesms', data: '{"account_id":3}' },
  { name: 'Mail inbox', type: 'receiveemail', data: '{"account_id":1}' },
  { name: 'Desk', type: 'agent', data: '{"extension_id":4}' },
  { name: 'Forward to desk', type: 'forward', data: '{"extension_id":4}' },
  { name: 'Main menu', type: 'ivr' },
].map((row, index) => ({ program_id: index + 1, ...mine(row, index) }));

/** What the triggers would make of the demo users, and a number and an extension of the administrator's. */
export const ACCOUNTS: readonly Values[] = [
  {
    type: 'account',
    username: 'admin',
    passwd: 'e7ba0ce69ee47a98981ff9ad7d5db580',
    passwd_pin: '7175',
    first_name: 'System',
    last_name: 'Administrator',
    phone: '111111',
    email: 'admin@ictcore.org',
    active: 1,
  },
  {
    type: 'account',
    username: 'user',
    passwd: 'e5b021ef9f5b148da3e2cda979ca164d',
    passwd_pin: '4350',
    first_name: 'Test',
    last_name: 'User',
    phone: '222222',
    email: 'user@ictcore.org',
    active: 1,
    user_id: 2,
  },
  { type: 'did', username: '48221002000', phone: '48221002000', first_name: 'Switchboard', active: 1 },
  {
    type: 'extension',
    username: 'desk1',
    passwd: 'd3sk-s3cret',
    passwd_pin: '1234',
    first_name: 'Desk',
    last_name: 'One',
    phone: '1001',
    settings: '{"emailtofax":"yes","coverpage":"sendcover"}',
    active: 1,
  },
].map((row, index) => ({ account_id: index + 1, ...mine(row, index) }));
