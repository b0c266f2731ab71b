import { applyFilters, contains, number, OWNER_AND_DATE, type Query } from './filters.js';
import { expectTarget, makeProgram, pick } from './program-making.js';
import { parametersOf, PROGRAM_TYPES, programs, removeChildren } from './program-table.js';
import { endpointsOf, load, type Item, type Resource } from './resource.js';
import { value, type Endpoint } from './route.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';

const BLANK: Item = {
  program_id: null,
  name: null,
  parent_id: null,
  user_id: null,
  account_id: null,
  result: null,
};

export const programResource: Resource = {
  path: 'programs',
  thing: 'Program',
  permission: 'program',
  table: programs,
  blank: BLANK,
  readOnly: ['program_id', 'user_id', 'type', 'data', 'result'],
  list: ({ state, query }) => searchPrograms(state, query),
  toItem: ({ program_id, name, parent_id, user_id, ...row }) => ({
    program_id,
    name,
    parent_id,
    user_id,
    account_id: null,
    result: null,
    ...PROGRAM_TYPES[row['type'] ?? '']?.placeholders,
    ...parametersOf(row),
  }),
  saving: (item, { state }) => {
    const type = rowOf(state, item)?.['type'] ?? 'program';
    expectTarget(state, type, item);
    // Only what a program knows is kept, and sent back.
    const { parameter, placeholders = {} } = PROGRAM_TYPES[type] ?? {};
    const known = [...Object.keys(BLANK), ...Object.keys(placeholders), parameter];
    for (const field of Object.keys(item)) if (!known.includes(field)) Reflect.deleteProperty(item, field);
    return { data: JSON.stringify(pick(type, item)) };
  },
  // Only a PUT comes here: it deploys once more (finding `subscribe-doubles-sends`, its note).
  saved: (item, { state }) => {
    const row = rowOf(state, item);
    if (row) state.rows(programs).update(row, { deployments: Number(row['deployments']) + 1 });
  },
  deleted: (row, { state, did }) => {
    removeChildren(state, row, did);
  },
};

const [, , read, ...rest] = endpointsOf(programResource);

export const programEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: '/programs',
    access: ['program_list'],
    answer: (context) => value(programResource.list(context)),
  },
  ...['/programs', '/programs/:id'].map((pattern): Endpoint => ({
    method: 'POST',
    pattern,
    access: ['program_create'],
    answer: (context) =>
      value(makeProgram(context, typeOf(context.params['id'] ?? context.data['type']), context.data)),
  })),
  {
    method: 'GET',
    pattern: '/programs/:id',
    access: read?.access ?? [],
    // A word in place of the number filters by type (capture 158).
    answer: ({ state, query, params }) => {
      const id = params['id'] ?? '';
      if (!/^-?\d/.test(id)) return value(searchPrograms(state, { ...query, type: id }));
      return value(load(programResource, state, id));
    },
  },
  ...rest,
];

function searchPrograms(state: State, query: Query): unknown[] {
  return applyFilters(state.rows(programs).all(), query, {
    ...OWNER_AND_DATE,
    program_id: number('program_id'),
    name: contains('name'),
    type: contains('type'),
  }).map(({ program_id, name, type, parent_id }) => ({ program_id, name, type, parent_id }));
}

function rowOf(state: State, item: Item): Row | undefined {
  return state.rows(programs).find(toInteger(String(item['program_id'])));
}

function typeOf(given: unknown): string {
  return typeof given === 'string' ? given : '';
}
