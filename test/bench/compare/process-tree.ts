import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of 10 ms, whatever its own timer does. */
const TICK_US = 10_000;

/** A process and all below it. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? Number(fieldsOf(Number(name))[1]) : Number.NaN;
    if (!Number.isNaN(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** CPU time of these processes in user and kernel mode, in microseconds. */
export function cpuTimeOf(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const fields = fieldsOf(pid);
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_US;
  });
}

/** Highest resident set of these processes, in megabytes. */
export function peakMemoryOf(pids: readonly number[]): number {
  return sum(pids, (pid) => Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);
}

/** The fields of a process behind its name, which may hold blanks. */
function fieldsOf(pid: number): readonly string[] {
  const text = read(`/proc/${pid}/stat`);
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Empty for a process that is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}
