/** A V8 CPU profile, as far as it is read. */
export interface CpuProfile {
  /** Microseconds of the clock that `process.hrtime` reads. */
  readonly startTime: number;
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly children?: readonly number[];
}

/** Shares of the busy time, the largest first. */
export interface Shares {
  readonly groups: ReadonlyArray<readonly [name: string, share: number]>;
  readonly functions: ReadonlyArray<readonly [name: string, share: number]>;
}

const IDLE = '(idle)';
const GROUPLESS: Readonly<Record<string, string>> = {
  '(garbage collector)': 'garbage collector',
  '(program)': 'engine and kernel',
};

/** Who the busy time between two moments went to: folders of src, packages, and parts of Node. */
export function sharesOf(profile: CpuProfile, from: number, to: number): Shares {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const self = new Map<number, number>();
  let now = profile.startTime;
  let total = 0;
  for (const [place, id] of profile.samples.entries()) {
    const took = profile.timeDeltas[place] ?? 0;
    now += took;
    if (now < from || now > to || nodes.get(id)?.callFrame.functionName === IDLE) continue;
    total += took;
    self.set(id, (self.get(id) ?? 0) + took);
  }

  const groupOf = (id: number | undefined): string => {
    const node = id === undefined ? undefined : nodes.get(id);
    if (!node || id === undefined) return 'other';
    const { functionName, url } = node.callFrame;
    // What is built in, such as JSON.parse, counts for whoever calls it.
    return GROUPLESS[functionName] ?? groupOfUrl(url) ?? groupOf(parents.get(id));
  };
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const [id, took] of self) {
    add(groups, groupOf(id), took / total);
    const frame = nodes.get(id)?.callFrame;
    if (frame) add(functions, `${nameOf(frame)} [${groupOf(id)}]`, took / total);
  }
  return { groups: sorted(groups), functions: sorted(functions) };
}

/** Undefined for what is of the engine itself. */
export function groupOfUrl(url: string): string | undefined {
  if (url === '') return undefined;
  const [, scopedPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (scopedPackage !== undefined) return scopedPackage;
  const [, path] = /\/(?:dist|src)\/(.+?)(?:\.[jt]s)?$/.exec(url) ?? [];
  if (path !== undefined) return `src/${path.split('/').slice(0, -1).slice(0, 2).join('/') || path}`;
  if (url.startsWith('wasm:')) return 'undici';
  const [, part] = /^node:(?:internal\/)?([\w]+)/.exec(url) ?? [];
  return part === undefined ? 'other' : `node:${part}`;
}

function nameOf({ functionName, url, lineNumber }: ProfileNode['callFrame']): string {
  const place = url.replace(/.*\/(?:dist|src|node_modules)\//, '');
  return `${functionName || 'anonymous'}${place === '' ? '' : ` ${place}:${lineNumber + 1}`}`;
}

function add(shares: Map<string, number>, name: string, share: number): void {
  shares.set(name, (shares.get(name) ?? 0) + share);
}

function sorted(shares: ReadonlyMap<string, number>): ReadonlyArray<readonly [string, number]> {
  return [...shares].sort(([, a], [, b]) => b - a);
}
