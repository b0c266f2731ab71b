import { HIVE } from './hive.js';
import { PLAIN } from './plain.js';
import { TAILCALL } from './tailcall.js';
import { TRUNKLINE } from './trunkline.js';
import { DIFFERENT, type MeasuredName, type Operation, type SchemaKind } from './workload.js';

const OPERATIONS: Readonly<Record<SchemaKind, Readonly<Partial<Record<MeasuredName, Operation>>>>> = {
  trunkline: TRUNKLINE,
  plain: PLAIN,
  tailcall: TAILCALL,
  hive: HIVE,
};

/** A workload for one kind of schema, and the bodies of its requests. */
export interface AskedOperation extends Operation {
  readonly bodies: readonly string[];
}

/** Undefined where this kind of schema has no such fields. */
export function operationFor(kind: SchemaKind, name: MeasuredName): AskedOperation | undefined {
  const operation = OPERATIONS[kind][name];
  if (!operation) return undefined;
  const { query, variables } = operation;
  const [, operationName] = /^query (\w+)/.exec(query) ?? [];
  const bodies = Array.from({ length: variables ? DIFFERENT[name] : 1 }, (_, n) =>
    JSON.stringify({ operationName, query, variables: variables?.(n) }),
  );
  return { ...operation, bodies };
}
