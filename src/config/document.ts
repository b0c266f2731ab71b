import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';

import { dress, undress } from './braces.js';
import type { Complaint, Path } from './complaint.js';
import type { Environment } from './environment.js';
import { substitute } from './substitute.js';

/** A YAML or JSON text as plain values that remember where they stood. */
export interface ReadDocument {
  readonly value: unknown;
  /** Line of the value at this path, or of the nearest thing around it. */
  readonly lineOf: (path: Path) => number;
  /** The scalar as written: `0123` where YAML read the number 123. */
  readonly writtenAt: (path: Path) => string | undefined;
  /** Whether the value was wrong already, so that nothing more is to be said of it. */
  readonly isSpoiled: (path: Path) => boolean;
  /** Values that were put in from the environment. */
  readonly replaced: readonly string[];
  readonly complaints: readonly Complaint[];
}

interface Place {
  readonly line: number;
  readonly written?: string | undefined;
  readonly spoiled?: boolean;
}

/** Stands where a variable was missing, so that the rest can be checked. */
const PLACEHOLDER = 'unset';
/** An alias costs a copy of what it names, and aliases can name aliases. */
const MOST_ALIASES = 100;

/** Reads a document; `${…}` is replaced in scalars after parsing, so a value can't become syntax. */
export function readDocument(text: string, environment: Environment): ReadDocument {
  const lines = new LineCounter();
  const document = parseDocument(dress(text), { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const walk = new Walk(document, environment, lineAt);
  // The parser's own sentences quote the text, which may be a password; what is wrong is told by its code.
  // After the first mistake the rest is only out of step.
  const complaints = document.errors.slice(0, 1).map(({ pos, code }) => ({
    line: lineAt(pos[0]),
    path: [],
    message: `not valid YAML or JSON here (${code.toLowerCase().replaceAll('_', ' ')})`,
  }));
  const value = complaints.length === 0 ? walk.read(document.contents, []) : undefined;
  const at = (path: Path): Place | undefined => walk.places.get(keyOf(path));
  return {
    value,
    lineOf: (path) => {
      for (let end = path.length; end >= 0; end -= 1) {
        const place = at(path.slice(0, end));
        if (place) return place.line;
      }
      return 1;
    },
    writtenAt: (path) => at(path)?.written,
    isSpoiled: (path) => at(path)?.spoiled ?? false,
    replaced: walk.replaced,
    complaints: [...complaints, ...walk.complaints],
  };
}

class Walk {
  readonly places = new Map<string, Place>();
  readonly replaced: string[] = [];
  readonly complaints: Complaint[] = [];
  #aliases = 0;

  constructor(
    readonly document: Document.Parsed,
    readonly environment: Environment,
    readonly lineAt: (offset: number) => number,
  ) {}

  read(node: unknown, path: Path): unknown {
    if (isAlias(node)) return this.#readAlias(node, path);
    if (!this.places.has(keyOf(path))) this.places.set(keyOf(path), { line: this.#lineOf(node) });
    if (isMap(node)) {
      const [merges, pairs] = partitionMerges(node.items);
      const entries = pairs.flatMap((pair) => this.#readPair(pair, path));
      // What stands in the map itself wins over what is merged into it, and an earlier merge over a later one.
      const merged = merges.flatMap((pair) => this.#readMerge(pair, path));
      return Object.fromEntries([...merged, ...entries]);
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (!isScalar(node)) return null;
    return typeof node.value === 'string' ? this.#readText(node.value, path) : this.#readOther(node, path);
  }

  #readPair({ key, value }: Pair, path: Path): Array<[string, unknown]> {
    const name = isScalar(key) ? undress(String(key.value)) : '?';
    const here = [...path, name];
    const line = this.#lineOf(key);
    if (name === '__proto__') {
      // Schemas pass over it in silence.
      this.complaints.push({ line, path: here, message: 'unknown key' });
      return [];
    }
    const before = this.places.get(keyOf(here));
    if (before) {
      this.complaints.push({ line, path: here, message: `given twice; the first is in line ${before.line}` });
      return [];
    }
    this.places.set(keyOf(here), { line });
    return [[name, this.read(value, here)]];
  }

  /** `<<: *base`, or a list of such: the keys of other maps that this one does not have itself. */
  #readMerge({ key, value }: Pair, path: Path): Array<[string, unknown]> {
    const line = this.#lineOf(key);
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const map: unknown = isAlias(source) ? this.#resolve(source, path) : source;
      if (!isMap(map)) {
        this.complaints.push({
          line,
          path: [...path, '<<'],
          message: 'expected a map, such as *base, or a list of them',
        });
        return [];
      }
      const [merges, pairs] = partitionMerges(map.items);
      const absent = pairs.filter(
        ({ key: name }) => isScalar(name) && !this.places.has(keyOf([...path, undress(String(name.value))])),
      );
      return [
        ...absent.flatMap((pair) => this.#readPair(pair, path)),
        ...merges.flatMap((pair) => this.#readMerge(pair, path)),
      ];
    });
  }

  #readText(text: string, path: Path): string {
    const { text: value, values, problems } = substitute(undress(text), this.environment);
    this.replaced.push(...values);
    if (problems.length === 0) return value;
    const line = this.places.get(keyOf(path))?.line ?? 1;
    this.complaints.push(...problems.map((message) => ({ line, path, message })));
    this.places.set(keyOf(path), { line, spoiled: true });
    return PLACEHOLDER;
  }

  #readOther({ value, source }: { value: unknown; source?: string }, path: Path): unknown {
    const line = this.places.get(keyOf(path))?.line ?? 1;
    this.places.set(keyOf(path), { line, written: source });
    return value;
  }

  #readAlias(alias: Node & { resolve: (document: Document) => unknown }, path: Path): unknown {
    const target = this.#resolve(alias, path);
    return target === undefined ? null : this.read(target, path);
  }

  #resolve(alias: Node & { resolve: (document: Document) => unknown }, path: Path): unknown {
    this.#aliases += 1;
    const target = this.#aliases > MOST_ALIASES ? undefined : alias.resolve(this.document);
    const message = `more than ${MOST_ALIASES} aliases, or one that names itself`;
    if (this.#aliases === MOST_ALIASES + 1) this.complaints.push({ line: this.#lineOf(alias), path, message });
    return target;
  }

  #lineOf(node: unknown): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return this.lineAt(range?.[0] ?? 0);
  }
}

/** The `<<` of a map, and its other keys. */
function partitionMerges(pairs: readonly Pair[]): readonly [readonly Pair[], readonly Pair[]] {
  const isMerge = ({ key }: Pair): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
  return [pairs.filter(isMerge), pairs.filter((pair) => !isMerge(pair))];
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
