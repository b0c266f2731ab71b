import { CANDIDATES, type CandidateName } from './candidates.js';
import type { Line } from './summary.js';
import { WORKLOADS, type WorkloadName } from './workloads/workload.js';

const WIDTH = 860;
const LABELS = 330;
const BAR = 13;
const GAP = 5;
const HEAD = 30;
const FOOT = 34;
/** Ends of the scale, which is logarithmic: half as much is as far as twice as much. */
const LEAST = 0.1;
const MARKS = [0.1, 0.2, 0.5, 1, 2, 5, 10];
const MOST = 10;

const COLOURS = { own: '#d6336c', peer: '#748ffc', base: '#495057' };

/** CPU time beside that of the base as bars, one block for each workload, as SVG. */
export function renderPlot(lines: readonly Line[], base: CandidateName): string {
  const parts: string[] = [];
  let y = 16;
  for (const [name, { title }] of Object.entries(WORKLOADS) as Array<[WorkloadName, { readonly title: string }]>) {
    const measured = lines.flatMap((line) =>
      line.workload === name && line.ratio !== undefined ? [{ ...line, ratio: line.ratio }] : [],
    );
    if (measured.length === 0) continue;
    parts.push(text(8, y + 8, plain(title), 'font-weight="bold"'));
    y += HEAD - 8;
    for (const { candidate, ratio } of measured.toSorted((a, b) => b.ratio - a.ratio)) {
      const [from, to] = [xOf(Math.min(1, ratio)), xOf(Math.max(1, ratio))];
      const colour = candidate.startsWith('trunkline') ? COLOURS.own : candidate === base ? COLOURS.base : COLOURS.peer;
      parts.push(
        text(LABELS - 8, y + BAR - 3, plain(CANDIDATES[candidate].title), 'text-anchor="end"'),
        `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(2, to - from).toFixed(1)}" height="${BAR}" fill="${colour}"/>`,
        text(ratio < 1 ? from - 4 : to + 4, y + BAR - 3, ratio.toFixed(2), ratio < 1 ? 'text-anchor="end"' : ''),
      );
      y += BAR + GAP;
    }
    y += 14;
  }
  const grid = MARKS.map((mark) => {
    const x = xOf(mark).toFixed(1);
    const line = `<line x1="${x}" y1="10" x2="${x}" y2="${y}" stroke="${mark === 1 ? '#495057' : '#dee2e6'}"/>`;
    return `${line}\n${text(Number(x), y + 14, String(mark), 'text-anchor="middle"')}`;
  });
  const caption = text(
    LABELS,
    y + 29,
    `CPU time a request; ${plain(CANDIDATES[base].title)} = 1; logarithmic, less is better`,
    '',
  );
  const size = `width="${WIDTH}" height="${y + FOOT}" viewBox="0 0 ${WIDTH} ${y + FOOT}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    ...grid,
    ...parts,
    caption,
    '</svg>\n',
  ].join('\n');
}

function xOf(ratio: number): number {
  const part = Math.log(Math.min(MOST, Math.max(LEAST, ratio)) / LEAST) / Math.log(MOST / LEAST);
  return LABELS + 30 + part * (WIDTH - LABELS - 80);
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y}" ${attributes}>${content}</text>`;
}

/** A title of a table without its Markdown, fit for XML. */
function plain(markdown: string): string {
  return markdown.replace(/[`*]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
