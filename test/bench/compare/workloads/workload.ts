/** What is measured: the same work, asked of each candidate in its own schema. */
export const WORKLOADS = {
  Q1: { title: 'Q1: one list of 100', rows: 100 },
  Q2: { title: 'Q2: 1 + 50 by id', rows: 50 },
  Q3: { title: 'Q3: one by id', rows: 1 },
  Q4: { title: 'Q4: five lists of 100', rows: 500 },
  typename: { title: '`__typename`', rows: 1 },
} as const;

export type WorkloadName = keyof typeof WORKLOADS;

/** Workloads that tell what a part of the selection costs. Only Trunkline is asked: others have no such fields. */
export const VARIANTS = {
  'Q1-phones': { of: 'Q1', title: 'phones, in E.164', sign: 1 },
  'Q1-ids': { of: 'Q1', title: 'global ids', sign: 1 },
  'Q1+sources': { of: 'Q1', title: '`sources` of the list', sign: -1 },
  'Q4-phones': { of: 'Q4', title: 'phones, in E.164', sign: 1 },
  'Q4-ids': { of: 'Q4', title: 'global ids', sign: 1 },
  'Q4+sources': { of: 'Q4', title: '`sources` of the list', sign: -1 },
} as const;

export type VariantName = keyof typeof VARIANTS;
export type MeasuredName = WorkloadName | VariantName;

/** What every candidate must have answered, whatever its schema calls it. */
export interface ComparedRow {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** A workload in the words of one schema. */
export interface Operation {
  readonly query: string;
  /** For the n-th request: no two that are under way at once are alike, so that nothing is shared. */
  readonly variables?: (n: number) => Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rowsOf: (data: never) => readonly ComparedRow[];
}

/** The kinds of schemas that candidates have. */
export type SchemaKind = 'trunkline' | 'plain' | 'tailcall' | 'hive';

/** More than there are connections. Each list of 50 needs 50 answers of the stub, made before they are measured. */
export const DIFFERENT: Readonly<Record<MeasuredName, number>> = {
  ...{ Q1: 800, Q2: 100, Q3: 800, Q4: 400, typename: 1 },
  ...{ 'Q1-phones': 800, 'Q1-ids': 800, 'Q1+sources': 800, 'Q4-phones': 400, 'Q4-ids': 400, 'Q4+sources': 400 },
};

/** How many rows an answer has. */
export function sizeOf(name: MeasuredName): number {
  return WORKLOADS[isVariant(name) ? VARIANTS[name].of : name].rows;
}

export function isVariant(name: MeasuredName): name is VariantName {
  return name in VARIANTS;
}
