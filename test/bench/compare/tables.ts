import { CANDIDATES, type CandidateName } from './candidates.js';
import type { Line } from './summary.js';
import { isVariant, VARIANTS, WORKLOADS, type WorkloadName } from './workloads/workload.js';

const NONE = '–';
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A Markdown table of candidates by workloads. */
export function renderMatrix(lines: readonly Line[], what: string, toCell: (line: Line) => string): string {
  const workloads = (Object.keys(WORKLOADS) as WorkloadName[]).filter((name) =>
    lines.some((line) => line.workload === name),
  );
  const rows = candidatesOf(lines).map((candidate) => [
    CANDIDATES[candidate].title,
    ...workloads.map((workload) => {
      const line = lines.find((each) => each.candidate === candidate && each.workload === workload);
      return line ? toCell(line) : NONE;
    }),
  ]);
  return renderTable([what, ...workloads.map((name) => WORKLOADS[name].title)], rows);
}

export function renderCpu({ cpu, ratio }: Line): string {
  return ratio === undefined ? number.format(cpu) : `${number.format(cpu)} (${ratio.toFixed(2)})`;
}

export function renderRate({ perSecond }: Line): string {
  return number.format(perSecond);
}

export function renderLatency({ p50Ms, p99Ms }: Line): string {
  return `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)}`;
}

export function renderUpstream({ upstream }: Line): string {
  return upstream.toFixed(2).replace(/\.?0+$/, '');
}

/** Highest resident set over all that a candidate was asked. */
export function renderMemory(lines: readonly Line[]): string {
  const rows = candidatesOf(lines).map((candidate) => {
    const peaks = lines.filter((line) => line.candidate === candidate).map(({ peakMb }) => peakMb);
    return [CANDIDATES[candidate].title, number.format(Math.max(...peaks))];
  });
  return renderTable(['highest resident set', 'MB'], rows);
}

/** What parts of a selection add to the whole, of those candidates that were asked without them. */
export function renderParts(lines: readonly Line[]): string {
  const rows = Object.entries(VARIANTS).flatMap(([name, { of, title, sign }]) =>
    lines
      .filter(({ workload }) => workload === name)
      .flatMap(({ candidate, cpu }) => {
        const whole = lines.find((line) => line.candidate === candidate && line.workload === of);
        if (!whole) return [];
        const added = (whole.cpu - cpu) * sign;
        const percent = `${((100 * added) / whole.cpu).toFixed(0)} %`;
        return [[`${of}: ${title}`, CANDIDATES[candidate].title, number.format(added), percent]];
      }),
  );
  return renderTable(['part', 'candidate', 'microseconds', 'of the whole'], rows);
}

export function hasParts(lines: readonly Line[]): boolean {
  return lines.some(({ workload }) => isVariant(workload));
}

export function renderTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [toLine(head), toLine(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(toLine)].join(
    '\n',
  );
}

/** In the order of the table of candidates. */
function candidatesOf(lines: readonly Line[]): readonly CandidateName[] {
  return (Object.keys(CANDIDATES) as CandidateName[]).filter((name) =>
    lines.some(({ candidate }) => candidate === name),
  );
}
