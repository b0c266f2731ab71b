import { accounts } from './account-table.js';
import { documents } from './documents.js';
import { CoreException } from './errors.js';
import { isThere, PROGRAM_TYPES, programs } from './program-table.js';
import { recordings } from './recordings.js';
import { isEmpty } from './resource.js';
import type { Context } from './route.js';
import type { State } from './state.js';
import type { Table, Values } from './table.js';
import { templates } from './templates.js';
import { texts } from './texts.js';

/** Where a parameter is looked up, what is missing if it is not there, and whether there must be one. */
const TARGETS: Readonly<Record<string, readonly [table: Table, missing: string, needed: boolean]>> = {
  document_id: [documents, 'Document not found', true],
  recording_id: [recordings, 'Recording not found', true],
  text_id: [texts, 'Transmission not found', true],
  template_id: [templates, 'Template not found', true],
  account_id: [accounts, 'Account not found', false],
  extension_id: [accounts, 'Account not found', true],
};

/** Makes a program of a type, or of none that is known (capture 155), and answers its number. */
export function makeProgram({ state, userId, did }: Context, asked: string, data: Values): number {
  const known = asked.trim().toLowerCase();
  const type = Object.hasOwn(PROGRAM_TYPES, known) ? known : 'program';
  const row = state.rows(programs).insert({
    name: isEmpty(data['name']) ? type : data['name'],
    type,
    data: JSON.stringify(pick(type, data)),
    parent_id: data['parent_id'],
    user_id: userId,
    date_created: state.seconds(),
  });
  did(`program.create ${row['program_id'] ?? ''}`);
  // The row is written before anybody looks for what it names (captures 153, 154 and 158).
  expectTarget(state, type, data);
  return Number(row['program_id']);
}

/** The parameters of a type from what was sent, numbers as numbers. */
export function pick(type: string, data: Values): Values {
  const parameter = PROGRAM_TYPES[type]?.parameter;
  if (parameter === undefined) return {};
  const given = data[parameter] ?? PROGRAM_TYPES[type]?.placeholders?.[parameter];
  if (given === undefined) return {};
  return { [parameter]: typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given };
}

export function expectTarget(state: State, type: string, data: Values): void {
  const [, , needed] = targetOf(type) ?? [];
  if (needed && isEmpty(data[PROGRAM_TYPES[type]?.parameter ?? '']))
    throw new CoreException(404, targetOf(type)?.[1] ?? '');
  expectNamed(state, type, data);
}

/** What a parameter names must be there; one that names nothing is none of this. */
export function expectNamed(state: State, type: string, data: Values): void {
  const id = data[PROGRAM_TYPES[type]?.parameter ?? ''];
  const [table, missing = ''] = targetOf(type) ?? [];
  if (table && !isEmpty(id) && !isThere(state, table, id)) throw new CoreException(404, missing);
}

function targetOf(type: string): (typeof TARGETS)[string] | undefined {
  return TARGETS[PROGRAM_TYPES[type]?.parameter ?? ''];
}
