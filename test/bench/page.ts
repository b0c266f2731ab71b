import { readFile, writeFile } from 'node:fs/promises';

import { format } from 'prettier';

import { BASE } from './compare/candidates.js';
import { CHECKOUT } from './compare/places.js';
import { renderPlot } from './compare/plot.js';
import type { Line } from './compare/summary.js';

const PAGE = `${CHECKOUT}docs/performance.md`;
const PLOT = `${CHECKOUT}docs/performance.svg`;

/** Puts a comparison into the page, and its plot beside it. */
export async function writeComparison(lines: readonly Line[], text: string): Promise<void> {
  await writeFile(PLOT, renderPlot(lines, BASE));
  await rewrite('comparison', text);
}

export async function writeMerge(table: string): Promise<void> {
  await rewrite('merge', table);
}

export async function writeStart(table: string): Promise<void> {
  await rewrite('start', table);
}

async function rewrite(name: string, text: string): Promise<void> {
  const page = fillSection(await readFile(PAGE, 'utf8'), name, text);
  await writeFile(PAGE, await format(page, { parser: 'markdown', printWidth: 120 }));
}

/** The page with what stands between `<!-- bench: NAME -->` and `<!-- end of bench -->` written anew. */
export function fillSection(page: string, name: string, text: string): string {
  const begin = `<!-- bench: ${name} -->\n`;
  const end = '\n<!-- end of bench -->';
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the page has no section ${name}`);
  return `${page.slice(0, from + begin.length)}\n${text}${page.slice(to)}`;
}
