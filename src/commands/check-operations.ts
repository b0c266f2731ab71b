import { OperationTypeNode } from 'graphql';

import { createGateway, type RunningGateway } from '../gateway.js';
import type { OperationPlan } from '../graph/cost/operation-plan.js';
import { hasVariableInput } from '../graph/cost/variable-input.js';
import { readStoredOperations, type StoredOperation } from './stored-operations.js';
import { loadConfigOrDemo } from './load-config-or-demo.js';
import { toTable } from './table.js';
import type { CommandContext } from './command-context.js';

export interface CheckOperationsOptions {
  readonly config?: string | undefined;
  /** Folder of the operations that an application sends. */
  readonly operations: string;
  /** Names of the operations that may send a request for each row. */
  readonly allow?: readonly string[] | undefined;
}

/**
 * Prints what each stored operation may cost at most, whatever its variables; a filter in a variable counts as no filter,
 * and that is said.
 * Nothing is sent. Returns the exit code: 1 if an operation does not fit the schema, has wrong arguments, sends a
 * request for each row or exceeds the budget.
 */
export async function checkOperations(
  { config: file, operations, allow = [] }: CheckOperationsOptions,
  context: CommandContext,
): Promise<number> {
  const { config, demo } = await loadConfigOrDemo(file, 0, context);
  const gateway = createGateway(config, context.providers);
  try {
    const stored = await readStoredOperations(operations, gateway.schema);
    const checked = stored.map((each) => checkStoredOperation(each, gateway, allow));
    const rows = checked.map(({ name, file: path, worst, upstreams, result }) => [
      name,
      path,
      worst,
      upstreams,
      result,
    ]);
    context.print(toTable([['OPERATION', 'FILE', 'REQUESTS', 'AT MOST, BY UPSTREAM', 'RESULT'], ...rows]));
    const lines = checked.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding}\n`));
    if (checked.some(({ worst }) => worst.endsWith(OPEN))) context.print(`\n${OPEN} ${OPEN_MEANS}\n`);
    if (lines.length > 0) context.print(`\n${lines.join('')}`);
    return lines.length > 0 ? 1 : 0;
  } finally {
    await gateway.close();
    await demo?.stop();
  }
}

/** Marks what can't be known without its variables. */
const OPEN = '*';
const OPEN_MEANS =
  'Counted without the conditions and values that variables put into its filters and inputs: some of them take more requests.';

interface CheckedOperation {
  readonly name: string;
  readonly file: string;
  readonly worst: string;
  readonly upstreams: string;
  readonly result: string;
  readonly findings: readonly string[];
}

function checkStoredOperation(
  stored: StoredOperation,
  { schema, planner }: Pick<RunningGateway, 'schema' | 'planner'>,
  allow: readonly string[],
): CheckedOperation {
  const { name, file, document, operation, validationErrors } = stored;
  if (validationErrors.length > 0) {
    return { name, file, worst: '', upstreams: '', result: 'none of this schema', findings: validationErrors };
  }
  const plan = planner.plan(document, operation);
  if (plan.mistakes.length > 0) {
    return { name, file, worst: '', upstreams: '', result: 'wrong arguments', findings: plan.mistakes };
  }
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  // A mutation that names many things is expected to send a request for each.
  const perRow = isQuery && !allow.includes(name) ? describePerRowRequests(plan) : [];
  const excess =
    isQuery && perRow.length === 0 && !allow.includes(name) ? planner.describeBudgetExcess(plan) : undefined;
  return {
    name,
    file,
    worst: hasVariableInput(schema, document) ? `${plan.worst} ${OPEN}` : String(plan.worst),
    upstreams: plan.upstreams.map(({ upstream, worst }) => `${upstream} ${worst}`).join(', ') || 'none',
    result: perRow.length > 0 ? 'asks row by row' : excess === undefined ? 'ok' : 'beyond the budget',
    findings: [...perRow, ...(excess === undefined ? [] : [excess])],
  };
}

function describePerRowRequests({ calls }: OperationPlan): readonly string[] {
  return calls.flatMap(({ fields, upstream, requests }) =>
    requests
      .filter(({ perRow }) => perRow)
      .map(
        ({ operation, worst }) =>
          `${fields.join(', ')} asks "${upstream}" row by row: ${operation}, up to ${worst} times`,
      ),
  );
}
