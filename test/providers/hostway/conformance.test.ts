import { CREDENTIALS, startHostway } from '../../../src/emulators/hostway/index.js';
import { hostway } from '../../../src/providers/hostway/index.js';
import { testExchanges } from '../../support/stub-server.js';
import type { FilterInput } from '../conformance/filters.js';
import { testProvider } from '../conformance/test-provider.js';
import { startHostileHostway } from '../hostile-seeds.js';

const settings = { account: 'account007', auth: CREDENTIALS };

testExchanges(hostway, {
  settings: { ...settings, domains: ['test-domain.com'] },
  // What was made is read anew.
  also: { 'contact-create': ['contact-read'] },
});

const FIELDS =
  'NAME EMAIL FIRST_NAME LAST_NAME DISPLAY_NAME TITLE HOME_PHONE MOBILE_PHONE BUSINESS_PHONE BUSINESS_FAX ISDN_NUMBER PAGER TELEX_NUMBER COMPANY DEPARTMENT ROOM_NUMBER STREET_ADDRESS POSTAL_CODE CITY STATE COUNTRY';

/** Columns of which no value tried holds letters that something else is folded to: those are asked for in part. */
const UNFOLDED =
  'BUSINESS_FAX BUSINESS_PHONE CITY COMPANY COUNTRY HOME_PHONE ISDN_NUMBER LAST_NAME MOBILE_PHONE ROOM_NUMBER STREET_ADDRESS TELEX_NUMBER';

const TROUBLE = [
  '*',
  'a*',
  '*a',
  '%',
  '&filterName=x',
  'a,b',
  '+',
  ' ',
  ' a',
  '',
  '\u0000',
  '\uD800',
  'x'.repeat(9000),
];

testProvider({
  provider: hostway,
  start: startHostway,
  // Of one domain, so that windows are offered.
  hostile: {
    start: startHostileHostway,
    settings: { ...settings, domains: ['test-domain.com'] },
    cautious: ['contact email.contains', ...UNFOLDED.split(' ').map((field) => `contact hostway.${field}.contains`)],
  },
  settings: { ...settings, domains: ['test-domain.com', 'example.net'] },
  secrets: [CREDENTIALS.password, Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64')],
  unknownKeys: ['test-domain.com/nobody', 'test-domain.com/..', 'example.net/a//b', 'elsewhere.com/info', 'info'],
  filters: (rows) => ({
    'hostway.field': [{ hostway: { field: 'CITY' } }],
    ...Object.fromEntries(FIELDS.split(' ').flatMap((field) => filtersOf(field, rows))),
  }),
  runs: 150,
});

/** Conditions on one column by what the rows hold, whole and in part, in other cases, and by texts that mean trouble. */
function filtersOf(field: string, rows: readonly object[]): Array<[string, FilterInput[]]> {
  const column = field.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const held = rows.map((row): unknown => Reflect.get(row, column));
  const values = [...new Set(held.filter((value) => typeof value === 'string'))].slice(0, 12);
  const starred = values.slice(0, 2).map((value) => `${value.slice(0, 1)}*`);
  const spellings = [...starred, ...values, ...values.map((value) => value.toUpperCase()), ...TROUBLE];
  const of = (operator: string, value: string): FilterInput => ({ hostway: { field, [operator]: value } });
  return [
    [`hostway.${field}.eq`, spellings.map((value) => of('eq', value))],
    [
      `hostway.${field}.contains`,
      [...spellings, ...values.map((value) => value.slice(1, 4))].map((value) => of('contains', value)),
    ],
  ];
}
