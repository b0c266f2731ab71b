import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

interface ProcessStat {
  /** One letter: R, S, Z, … */
  readonly state: string;
  /** When the process began, in ticks since the host did. */
  readonly start: string;
}

const HOST = hostname();
// Containers may share a host name and a folder while each counts its processes from 1.
const NAMESPACE = tryRead(() => readlinkSync('/proc/self/ns/pid')) ?? '';
// If the kernel does not give the start time of a process, a random value distinguishes two processes with the same
// number.
const START = readProcessStat(process.pid)?.start ?? randomUUID();

/** A name for this process that no other process on this host has, had or will have. */
export function nameThisProcess(): string {
  return [HOST, NAMESPACE, process.pid, START].join('/');
}

/**
 * Whether the process of this name has certainly ended; false for a process of another host, and where it cannot be
 * determined.
 */
export function isProcessGone(name: string): boolean {
  const { pid, start } = parseLocalName(name) ?? {};
  if (pid === undefined) return false;
  if (pid === process.pid) return start !== START;
  if (!isAlive(pid)) return true;
  const stat = readProcessStat(pid);
  // Z: it was killed, and its parent has not asked how it ended.
  return stat !== undefined && (stat.state === 'Z' || stat.start !== start);
}

/** Whether the process of this name runs on this host. */
export function isProcessRunning(name: string): boolean {
  return parseLocalName(name) !== undefined && !isProcessGone(name);
}

function parseLocalName(name: string): { readonly pid: number; readonly start: string } | undefined {
  const [host, namespace, pid = '', start, ...rest] = name.split('/');
  const isOurs = host === HOST && namespace === NAMESPACE && rest.length === 0;
  return isOurs && start && /^[1-9]\d{0,9}$/.test(pid) ? { pid: Number(pid), start } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function readProcessStat(pid: number): ProcessStat | undefined {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program comes before, in brackets, and may hold blanks and brackets itself.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields?.[0], fields?.[19]];
  return state && start ? { state, start } : undefined;
}

function tryRead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
