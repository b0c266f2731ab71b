import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';

import { escapeVariables, unescapeVariables } from './escape-variables.js';
import type { LocatedFinding, ConfigPath } from './config-error.js';
import type { Environment } from './environment.js';
import { substituteVariables } from './substitute-variables.js';

/** A YAML or JSON text as plain values with their lines. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Line of the value at this path, or of the nearest thing around it. */
  readonly lineOf: (path: ConfigPath) => number;
  /** The scalar as written: `0123` where YAML read the number 123. */
  readonly sourceAt: (path: ConfigPath) => string | undefined;
  /** Whether a finding about this value exists already, so that no second one is needed. */
  readonly isInvalid: (path: ConfigPath) => boolean;
  /** Values that came from the environment. */
  readonly environmentValues: readonly string[];
  readonly documentFindings: readonly LocatedFinding[];
}

interface ValueInfo {
  readonly line: number;
  readonly source?: string | undefined;
  readonly invalid?: boolean;
}

/** The value in place of a missing variable, so that the rest can be checked. */
const PLACEHOLDER = 'unset';
/** Each alias is a copy of what it names, and aliases can name aliases: a short file could become very large. */
const MAX_ALIASES = 100;

/** Reads a document; `${…}` is replaced in scalars after parsing, so a value can't become syntax. */
export function readDocument(text: string, environment: Environment): ParsedDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(escapeVariables(text), { lineCounter, prettyErrors: false, uniqueKeys: false });
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  const reader = new DocumentReader(document, environment, lineAt);
  // The parser's own messages quote the text, which may be a password, so messages are made from its error codes.
  // Errors after the first one are only its consequences.
  const syntaxFindings = document.errors.slice(0, 1).map(({ pos, code }) => ({
    line: lineAt(pos[0]),
    path: [],
    message: `not valid YAML or JSON here (${code.toLowerCase().replaceAll('_', ' ')})`,
  }));
  const value = syntaxFindings.length === 0 ? reader.read(document.contents, []) : undefined;
  const infoAt = (path: ConfigPath): ValueInfo | undefined => reader.infoByPath.get(keyOf(path));
  return {
    value,
    lineOf: (path) => {
      for (let end = path.length; end >= 0; end -= 1) {
        const place = infoAt(path.slice(0, end));
        if (place) return place.line;
      }
      return 1;
    },
    sourceAt: (path) => infoAt(path)?.source,
    isInvalid: (path) => infoAt(path)?.invalid ?? false,
    environmentValues: reader.environmentValues,
    documentFindings: [...syntaxFindings, ...reader.findings],
  };
}

class DocumentReader {
  readonly infoByPath = new Map<string, ValueInfo>();
  readonly environmentValues: string[] = [];
  readonly findings: LocatedFinding[] = [];
  #aliases = 0;

  constructor(
    readonly document: Document.Parsed,
    readonly environment: Environment,
    readonly lineAt: (offset: number) => number,
  ) {}

  read(node: unknown, path: ConfigPath): unknown {
    if (isAlias(node)) return this.#readAlias(node, path);
    if (!this.infoByPath.has(keyOf(path))) this.infoByPath.set(keyOf(path), { line: this.#lineOf(node) });
    if (isMap(node)) {
      const [merges, pairs] = splitMergeKeys(node.items);
      const entries = pairs.flatMap((pair) => this.#readPair(pair, path));
      // Keys of the map itself win over merged keys, and an earlier merge wins over a later one.
      const mergedEntries = merges.flatMap((pair) => this.#readMerge(pair, path));
      return Object.fromEntries([...mergedEntries, ...entries]);
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (!isScalar(node)) return null;
    return typeof node.value === 'string' ? this.#readText(node.value, path) : this.#readOther(node, path);
  }

  #readPair({ key, value }: Pair, path: ConfigPath): Array<[string, unknown]> {
    const name = isScalar(key) ? unescapeVariables(String(key.value)) : '?';
    const here = [...path, name];
    const line = this.#lineOf(key);
    if (name === '__proto__') {
      // Schemas would ignore this key silently.
      this.findings.push({ line, path: here, message: 'unknown key' });
      return [];
    }
    const before = this.infoByPath.get(keyOf(here));
    if (before) {
      this.findings.push({ line, path: here, message: `given twice; the first is in line ${before.line}` });
      return [];
    }
    this.infoByPath.set(keyOf(here), { line });
    return [[name, this.read(value, here)]];
  }

  /** `<<: *base`, or a list of such: adds the keys of other maps that this map does not have itself. */
  #readMerge({ key, value }: Pair, path: ConfigPath): Array<[string, unknown]> {
    const line = this.#lineOf(key);
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const map: unknown = isAlias(source) ? this.#resolve(source, path) : source;
      if (!isMap(map)) {
        this.findings.push({
          line,
          path: [...path, '<<'],
          message: 'expected a map, such as *base, or a list of them',
        });
        return [];
      }
      const [merges, pairs] = splitMergeKeys(map.items);
      const absent = pairs.filter(
        ({ key: name }) =>
          isScalar(name) && !this.infoByPath.has(keyOf([...path, unescapeVariables(String(name.value))])),
      );
      return [
        ...absent.flatMap((pair) => this.#readPair(pair, path)),
        ...merges.flatMap((pair) => this.#readMerge(pair, path)),
      ];
    });
  }

  #readText(text: string, path: ConfigPath): string {
    const { text: value, values, problems } = substituteVariables(unescapeVariables(text), this.environment);
    this.environmentValues.push(...values);
    if (problems.length === 0) return value;
    const line = this.infoByPath.get(keyOf(path))?.line ?? 1;
    this.findings.push(...problems.map((message) => ({ line, path, message })));
    this.infoByPath.set(keyOf(path), { line, invalid: true });
    return PLACEHOLDER;
  }

  #readOther({ value, source }: { value: unknown; source?: string }, path: ConfigPath): unknown {
    const line = this.infoByPath.get(keyOf(path))?.line ?? 1;
    this.infoByPath.set(keyOf(path), { line, source });
    return value;
  }

  #readAlias(alias: Node & { resolve: (document: Document) => unknown }, path: ConfigPath): unknown {
    const target = this.#resolve(alias, path);
    return target === undefined ? null : this.read(target, path);
  }

  #resolve(alias: Node & { resolve: (document: Document) => unknown }, path: ConfigPath): unknown {
    this.#aliases += 1;
    const target = this.#aliases > MAX_ALIASES ? undefined : alias.resolve(this.document);
    const message = `more than ${MAX_ALIASES} aliases, or one that names itself`;
    if (this.#aliases === MAX_ALIASES + 1) this.findings.push({ line: this.#lineOf(alias), path, message });
    return target;
  }

  #lineOf(node: unknown): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return this.lineAt(range?.[0] ?? 0);
  }
}

/** The `<<` of a map, and its other keys. */
function splitMergeKeys(pairs: readonly Pair[]): readonly [readonly Pair[], readonly Pair[]] {
  const isMerge = ({ key }: Pair): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
  return [pairs.filter(isMerge), pairs.filter((pair) => !isMerge(pair))];
}

function keyOf(path: ConfigPath): string {
  return JSON.stringify(path);
}
