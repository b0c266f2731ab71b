import { expect, it } from 'vitest';

import { createRegisteredDocuments } from '../../../src/server/documents/registered-documents.js';

it('A17 keeps no more than there is room for, however many are registered', () => {
  const registered = createRegisteredDocuments(1_000_000);
  const text = '{ __typename }';
  for (let at = 0; at < 100_000; at += 1) registered.add('anna', `hash ${at}`, text);
  const kept = Array.from({ length: 100_000 }, (_, at) => registered.find('anna', `hash ${at}`)).filter(Boolean);
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.length * text.length).toBeLessThan(1_000_000);
  expect(registered.find('anna', 'hash 99999')).toBe(text);
  expect(registered.find('anna', 'hash 0')).toBeUndefined();
});

it('keeps the callers of one hash apart', () => {
  const registered = createRegisteredDocuments();
  registered.add('anna', 'a', '{ one: __typename }');
  expect([registered.find('anna', 'a'), registered.find('bruno', 'a')]).toEqual(['{ one: __typename }', undefined]);
});
