/** A request that was made while recording but not kept. */
export interface UnrecordedRequest {
  /** Its place in the recording. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body?: string | Buffer;
  /** `application/json` unless another type is given. */
  readonly type?: string;
  /** The status, where it was no success. */
  readonly refused?: number;
}

/** Sixteen thousand bytes of sound, as capture 122 shows them. */
const WAV = Buffer.concat([
  Buffer.from('52494646a43e000057415645666d74201000000001000100401f0000803e00000200100064617461803e0000', 'hex'),
  Buffer.alloc(16_000, Buffer.from('1000', 'hex')),
]);

/**
 * Each is inferred from what later captures show. The recording began on a fresh installation with its two demo users and
 * nothing else.
 */
export const UNRECORDED_REQUESTS: readonly UnrecordedRequest[] = [
  post(36, '/contacts', {
    first_name: 'Ada',
    last_name: 'Lovelace',
    phone: '03001234567',
    email: 'ada@example.com',
    address: '12 St James Sq',
    custom1: 'a',
    custom2: 'b',
    custom3: 'c',
    description: 'first',
  }),
  post(37, '/contacts', { first_name: 'Alan', phone: 3007654321 }),
  post(41, '/contacts', {}),
  // Capture 33 shows an empty text, which only an UPDATE leaves where nothing was.
  put(41.5, '/contacts/6', { phone: '' }),
  { at: 43, method: 'POST', path: '/contacts' },
  post(46, '/contacts', { contact_id: 3, first_name: 'Upsert' }),
  { at: 90, method: 'DELETE', path: '/contacts/3' },
  post(95, '/groups', { name: 'Staff' }),
  put(102, '/contacts/1/link/1'),
  put(103, '/contacts/2/link/1'),
  put(104, '/contacts/2/link/2'),
  put(107, '/contacts/1/link/9999'),
  {
    at: 118,
    method: 'POST',
    path: '/groups/1/csv',
    type: 'text/csv',
    body: '"0311","Csv","One","one@example.com","","","","",""\n"0312","Csv","Two","two@example.com","","","","",""',
  },
  { at: 153, method: 'PUT', path: '/messages/recordings/1/media', type: 'audio/wav', body: WAV },
  put(158, '/messages/recordings/1', { name: 'Welcome 2' }),
  post(162, '/messages/templates', { name: 'bare' }),
  post(172, '/messages/texts', { name: 'Promo', data: 'Sale today', description: 'promo' }),
  post(173, '/messages/texts', { name: 'nodata' }),
  post(192, '/programs/sendsms', { name: 'Sms promo', text_id: 1 }),
  post(193, '/programs/sendemail', { name: 'Mail hello', template_id: 1 }),
  post(196, '/programs/receiveemail', { name: 'RE', account_id: 1 }),
  { ...post(201, '/programs/forward', { name: 'Forward' }), refused: 404 },
  post(271, '/transmissions/4/retry'),
  { at: 272, method: 'GET', path: '/transmissions/1/clone' },
  // Capture 235 counts on from two schedules; which they were is not shown.
  put(300, '/transmissions/8/schedule', { datetime: '2031-01-01 00:00:00' }),
  put(304, '/transmissions/8/schedule', { delay: 3_600 }),
  post(316, '/campaigns', { program_id: 2, group_id: 1 }),
  post(331, '/campaigns/2/start/schedule', { delay: 3_600 }),
  put(344, '/campaigns/4', { cpm: 4 }),
  post(358, '/extensions', { username: 'ext2001', passwd: 'x', first_name: 'E', phone: '2001', active: 1 }),
  { at: 380, method: 'DELETE', path: '/accounts/3/settings/coverpage' },
  put(387, '/accounts/3/users/2'),
  post(408, '/users', {}),
  put(416, '/users/3/password', { password: 'pw3' }),
  { at: 428, method: 'DELETE', path: '/users/3/roles/1' },
  // Captures 342 and 352 count a contact less.
  { at: 440, method: 'DELETE', path: '/contacts/13' },
  { at: 464, method: 'DELETE', path: '/messages/texts/1' },
  { at: 472, method: 'DELETE', path: '/contacts/1/link/1' },
];

function post(at: number, path: string, data?: object): UnrecordedRequest {
  return { at, method: 'POST', path, ...(data ? { body: JSON.stringify(data) } : {}) };
}

function put(at: number, path: string, data?: object): UnrecordedRequest {
  return { ...post(at, path, data), method: 'PUT' };
}
