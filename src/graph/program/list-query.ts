import { condition, type Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import { nameTests, textConditions } from '../values/text-filter.js';
import type { Program, ProgramFilter, ProgramType } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const tests: RowTests<Program> = {
  ...nameTests<Program>(),
  type: { column: 'type', compile: (type: ProgramType) => (row) => row.type === type },
};

/** Programs that match. */
export function programListQuery(filter: ProgramFilter | null | undefined): ListQuery<Program> {
  const parts: Filter[] = [
    ...textConditions('name', filter?.name),
    ...(filter?.type ? [condition('type', filter.type)] : []),
  ];
  const asked: Filter = { is: 'all', of: parts };
  return { noun: 'program', filter: asked, localise: () => asked, tests, sorting: undefined };
}
