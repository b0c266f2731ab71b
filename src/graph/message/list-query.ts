import { condition, type Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import { nameTests, textConditions } from '../values/text-filter.js';
import type { Message, MessageFilter, MessageKind } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const KINDS: Readonly<Record<string, MessageKind>> = {
  Document: 'DOCUMENT',
  Recording: 'RECORDING',
  Template: 'TEMPLATE',
  Text: 'TEXT',
};

const tests: RowTests<Message> = {
  ...nameTests<Message>(),
  kind: {
    column: 'kind',
    compile: (kind: MessageKind) => (row) => '__typename' in row && KINDS[String(row.__typename)] === kind,
  },
};

/** Messages that match. */
export function messageListQuery(filter: MessageFilter | null | undefined): ListQuery<Message> {
  const parts: Filter[] = [
    ...(filter?.kind ? [condition('kind', filter.kind)] : []),
    ...textConditions('name', filter?.name),
  ];
  const asked: Filter = { is: 'all', of: parts };
  return { noun: 'message', filter: asked, localise: () => asked, tests, sorting: undefined };
}
