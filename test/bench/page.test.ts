import { expect, it } from 'vitest';

import { fillSection } from './page.js';

const PAGE =
  'before\n\n<!-- bench: a -->\n\nold\n\n<!-- end of bench -->\n\n<!-- bench: b -->\n\n<!-- end of bench -->\n';

it('writes one section anew and leaves the rest', () => {
  const page = fillSection(PAGE, 'a', 'new\n');
  expect(page).toBe(PAGE.replace('old', 'new'));
  expect(fillSection(page, 'b', 'more\n')).toContain('new\n\n<!-- end of bench -->\n\n<!-- bench: b -->\n\nmore\n');
});

it('says so where the page has no such section', () => {
  expect(() => fillSection(PAGE, 'c', '')).toThrow('no section c');
});
