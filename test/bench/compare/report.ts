import type { Line } from './summary.js';
import {
  hasParts,
  renderCpu,
  renderLatency,
  renderMatrix,
  renderMemory,
  renderParts,
  renderRate,
  renderUpstream,
} from './tables.js';
import { isVariant } from './workloads/workload.js';

/** All that was measured, as Markdown. */
export function renderComparison(lines: readonly Line[], machine: string): string {
  const delays = [...new Set(lines.map(({ delayMs }) => delayMs))].sort((a, b) => a - b);
  const sections = delays.flatMap((delayMs, place) => {
    const ofDelay = lines.filter((line) => line.delayMs === delayMs);
    const whole = ofDelay.filter(({ workload }) => !isVariant(workload));
    return [
      `### Upstreams that answer ${delayMs === 0 ? 'at once' : `after ${delayMs} ms`}`,
      renderMatrix(whole, 'CPU microseconds a request (ratio)', renderCpu),
      renderMatrix(whole, 'requests a second', renderRate),
      renderMatrix(whole, 'milliseconds, p50 / p99', renderLatency),
      ...(place === 0 ? [renderMatrix(whole, 'requests to the upstreams', renderUpstream)] : []),
      ...(place === 0 && hasParts(ofDelay) ? ['### What parts of a selection add', renderParts(ofDelay)] : []),
    ];
  });
  return `${[machine, ...sections, '### Memory', renderMemory(lines)].join('\n\n')}\n`;
}
