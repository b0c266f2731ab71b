import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../../support/memory-provider.js';
import { emailsOf } from '../../../src/graph/contact/types.js';

// Each line is one text to people, in spellings that differ for machines only.
const NAMES = [
  ['Zoë Müller', 'ZOE\u0308 MU\u0308LLER', ' zoë müller\u200B', '\uFEFFZoë MÜLLER'],
  ['Straße', 'STRASSE', 'STRAẞE', 'strasse '],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ', 'σίσυφοσ', 'ΣΙ\u0301ΣΥΦΟΣ'],
  ['Łódź Żółć', 'ŁÓDŹ ŻÓŁĆ', 'ło\u0301dz\u0301 z\u0307o\u0301łc\u0301'],
  ['office', 'OFFICE', 'oﬃce', 'Oﬀice'],
  ['Ångström', '\u212Bngström', 'A\u030Angstro\u0308m'],
] as const;
/** Texts that only look like those above. */
const OTHERS = ['Zoe Muller', 'Lodz Zolc', 'Ｏｆｆｉｃｅ', 'Angstrom', 'Sisyphos'];

const EMAILS = [
  [
    'anna@example.com',
    ' Anna@EXAMPLE.com ',
    'mailto:anna@example.com',
    'MAILTO:<anna@example.com>?subject=a',
    '<anna@example.com>',
    'Anna Nowak <ANNA@example.com>',
    'anna@example.com.',
    'an\u00ADna@exam\u200Bple.com\u200E',
    '\uFEFFanna@example.com',
    '\u202Aanna@example.com\u202C',
    'anna@ｅｘａｍｐｌｅ.com',
  ],
  ['jörg@müller.example', 'JO\u0308RG@mu\u0308ller.EXAMPLE', 'jörg@xn--mller-kva.example', '<jörg@MÜLLER.example.>'],
  ['łukasz@bücher.example', 'ŁUKASZ@xn--bcher-kva.example', 'mailto:łukasz@bu\u0308cher.example'],
] as const;

const rows = (texts: readonly string[], of: (text: string) => Partial<MemoryRow>): MemoryRow[] =>
  texts.map((text, at) => ({
    key: String(at),
    displayName: `contact ${at}`,
    emails: [],
    phones: [],
    channels: [],
    groupKeys: [],
    ...of(text),
  }));

let gateway: TestGateway;
const ALL_NAMES = [...NAMES.flat(), ...OTHERS];
const ALL_EMAILS = [...EMAILS.flat(), 'anna@exampel.com', 'jorg@muller.example'];

beforeAll(() => {
  gateway = startGateway([
    memoryUpstream(
      'names',
      rows(ALL_NAMES, (displayName) => ({ displayName })),
      UNABLE,
    ),
    memoryUpstream(
      'mails',
      rows(ALL_EMAILS, (email) => ({ displayName: '', emails: emailsOf(email) })),
      UNABLE,
    ),
  ]);
});
afterAll(() => gateway.close());

async function find(filter: object, upstream: string): Promise<readonly number[]> {
  const { data, errors } = await gateway.ask(
    'query ($filter: ContactFilter, $upstreams: [String!]) { contacts(first: 1000, filter: $filter, upstreams: $upstreams) { nodes { upstreamId } } }',
    { filter, upstreams: [upstream] },
  );
  expect(errors).toEqual([]);
  const { nodes } = data?.['contacts'] as { nodes: ReadonlyArray<{ upstreamId: string }> };
  return nodes.map(({ upstreamId }) => Number(upstreamId)).sort((one, other) => one - other);
}

/** The places of a family among all texts. */
function placesOf(families: ReadonlyArray<readonly string[]>, family: number): number[] {
  const from = families.slice(0, family).flat().length;
  return (families[family] ?? []).map((_, at) => from + at);
}

const spelling = (families: ReadonlyArray<readonly string[]>) =>
  fc
    .nat({ max: families.length - 1 })
    .chain((family) => fc.constantFrom(...(families[family] ?? [])).map((text) => ({ family, text })));

describe('spellings of one text', () => {
  test('any finds all of them, whole, in a list and at the beginning, and nothing that only looks alike', async () => {
    await fc.assert(
      fc.asyncProperty(
        spelling(NAMES),
        fc.constantFrom('eq', 'in', 'contains', 'startsWith'),
        async ({ family, text }, operator) => {
          const value = operator === 'in' ? ['nobody', text] : text;
          expect(await find({ name: { [operator]: value } }, 'names')).toEqual(placesOf(NAMES, family));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('any finds all e-mails that are one mailbox', async () => {
    await fc.assert(
      fc.asyncProperty(spelling(EMAILS), fc.constantFrom('eq', 'in'), async ({ family, text }, operator) => {
        const value = operator === 'in' ? ['nobody@example.com', text] : text;
        expect(await find({ email: { [operator]: value } }, 'mails')).toEqual(placesOf(EMAILS, family));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['@müller', '@mu\u0308LLER.example', '@xn--mller', '@XN--MLLER-kva.example', 'jörg@'])(
    'a part of an address finds it in either script: %s',
    async (part) => {
      expect(await find({ email: { contains: part } }, 'mails')).toEqual(placesOf(EMAILS, 1));
    },
  );

  test('e-mails of one mailbox tie one person, others do not', async () => {
    for (const [family, texts] of EMAILS.entries()) {
      const { data, errors } = await gateway.ask(
        'query ($email: String!) { person(email: $email) { emails contacts { upstreamId } } }',
        { email: texts.at(-1) },
      );
      expect(errors).toEqual([]);
      const { emails, contacts } = data?.['person'] as { emails: string[]; contacts: object[] };
      expect(emails).toEqual(emailsOf(texts[0]));
      expect(contacts).toHaveLength(placesOf(EMAILS, family).length);
    }
  });

  test('an address is its own spelling, and no text is read as another mailbox than its letters say', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.emailAddress(), fc.constantFrom(...ALL_EMAILS), fc.string({ unit: 'grapheme' })),
        (text) => {
          const once = emailsOf(text);
          expect(emailsOf(...once)).toEqual(once);
          if (/^[a-z\d.]+@[a-z\d.]+\.[a-z]+$/.test(text)) expect(once).toEqual([text]);
        },
      ),
    );
  });
});
