import { condition, type Filter } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Question } from '../list.js';
import { nameTests, textConditions } from '../text.js';
import type { Program, ProgramFilter, ProgramType } from './program.js';

const tests: Tests<Program> = {
  ...nameTests<Program>(),
  type: { column: 'type', of: (type: ProgramType) => (row) => row.type === type },
};

/** Programs that match. */
export function programQuestion(filter: ProgramFilter | null | undefined): Question<Program> {
  const parts: Filter[] = [
    ...textConditions('name', filter?.name),
    ...(filter?.type ? [condition('type', filter.type)] : []),
  ];
  const asked: Filter = { is: 'all', of: parts };
  return { noun: 'program', filter: asked, localise: () => asked, tests, sorting: undefined };
}
