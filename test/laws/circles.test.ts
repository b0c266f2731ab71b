import { expect, test } from 'vitest';

import { circlesOf } from './circles.js';
import { filesUnder } from './imports.js';

test('no file of src imports itself, over whatever others, by values or by types', () => {
  expect(circlesOf(filesUnder('src'))).toEqual([]);
});

const first = (text: string) => ({ path: 'src/graph/a.ts', text });
const second = (text: string) => ({ path: 'src/wire/b.ts', text });

test.each([
  ['two files', "import { b } from '../wire/b.js';", "import { a } from '../graph/a.js';"],
  ['an import of types', "import { b } from '../wire/b.js';", "import type { A } from '../graph/a.js';"],
  ['a type in place', "import { b } from '../wire/b.js';", "type A = import('../graph/a.js').A;"],
  ['an export', "export { b } from '../wire/b.js';", "import { a } from '../graph/a.js';"],
])('the law bites: %s', (_, one, other) => {
  expect(circlesOf([first(one), second(other)])).toEqual(['src/graph/a.ts → src/wire/b.ts → src/graph/a.ts']);
});

test('the law bites: three files, behind one that is in no circle', () => {
  const files = [
    { path: 'src/main.ts', text: "import './a.js';" },
    { path: 'src/a.ts', text: "import './b.js';" },
    { path: 'src/b.ts', text: "import './c.js';" },
    { path: 'src/c.ts', text: "import type { A } from './a.js';" },
  ];
  expect(circlesOf(files)).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
});

test('two ways to one file are no circle', () => {
  const files = [
    { path: 'src/a.ts', text: "import './b.js'; import './c.js';" },
    { path: 'src/b.ts', text: "import './c.js';" },
    { path: 'src/c.ts', text: 'export {};' },
  ];
  expect(circlesOf(files)).toEqual([]);
});
