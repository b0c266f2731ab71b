import type { State } from './state.js';
import { integer, text, type Row, type Table, type Values } from './table.js';

export const programs = {
  name: 'programs',
  key: 'program_id',
  columns: {
    program_id: integer(),
    name: text(64, ''),
    type: text(32, 'program'),
    /** The parameters as JSON. */
    data: text(65_535, '{}'),
    parent_id: integer(),
    /** The number before that of its first application; applications are counted over all programs. */
    applications_before: integer('0'),
    /** How often it was deployed: each time adds its applications once more, and none is taken away. */
    deployments: integer('1'),
    user_id: integer(),
    date_created: integer(),
  },
  inserted: (row, rowsOf) => {
    const before = rowsOf(programs)
      .all()
      .filter((other) => other !== row)
      .map((other) => Number(other['applications_before']) + applicationsOf(other).length);
    row['applications_before'] = String(Math.max(0, ...before));
  },
} as const satisfies Table;

export interface ProgramType {
  /** voice 1, fax 2, sms 4, email 8. */
  readonly service: 1 | 2 | 4 | 8;
  /** The parameter that makes it this program. */
  readonly parameter?:
    'document_id' | 'recording_id' | 'text_id' | 'template_id' | 'account_id' | 'extension_id' | 'text';
  /** What stands in the item, and is stored, where a parameter was not given. */
  readonly placeholders?: Readonly<Record<string, string>>;
  /** What a transmission of it goes through, in order (code; for sendfax capture 199). */
  readonly applications: readonly string[];
}

export const PROGRAM_TYPES: Readonly<Record<string, ProgramType>> = {
  sendfax: { service: 2, parameter: 'document_id', applications: ['originate', 'fax_send', 'disconnect'] },
  voicemessage: { service: 1, parameter: 'recording_id', applications: ['originate', 'voice_play', 'disconnect'] },
  voicetts: {
    service: 1,
    parameter: 'text',
    placeholders: { text: '[data:text]', delay: '[data:delay]' },
    applications: ['originate', 'tts', 'disconnect'],
  },
  sendsms: { service: 4, parameter: 'text_id', applications: ['sms_send'] },
  sendemail: { service: 8, parameter: 'template_id', applications: ['email_send'] },
  emailtofax: { service: 8, parameter: 'account_id', applications: ['email_receive'] },
  faxtoemail: { service: 2, parameter: 'account_id', applications: ['inbound', 'fax_receive', 'disconnect'] },
  receivefax: { service: 2, parameter: 'account_id', applications: ['inbound', 'fax_receive', 'disconnect'] },
  receiveemail: { service: 8, parameter: 'account_id', applications: ['email_receive'] },
  receivesms: { service: 4, parameter: 'account_id', applications: ['sms_receive'] },
  agent: { service: 1, parameter: 'extension_id', applications: ['originate', 'connect', 'disconnect'] },
  forward: { service: 1, parameter: 'extension_id', applications: ['inbound', 'connect', 'disconnect'] },
  ivr: { service: 1, applications: ['inbound', 'play_menu', 'disconnect'] },
};

export function applicationsOf(program: Row): readonly string[] {
  const once = PROGRAM_TYPES[program['type'] ?? '']?.applications ?? ['log'];
  return Array.from({ length: Number(program['deployments'] ?? 1) }, () => once).flat();
}

/** The programs that go with an account: those of its number, or where there are none those of its extension's. */
export function installedFor(state: State, account: Row): Row[] {
  const all = state.rows(programs).all();
  const holding = (parameter: string): Row[] =>
    all.filter((row) => Number(parametersOf(row)[parameter] ?? 0) === Number(account['account_id']));
  const own = holding('account_id');
  return own.length > 0 ? own : holding(`${account['type'] ?? ''}_id`);
}

/** Deletes a program, and after it all that name it as their parent. */
export function removeProgram(state: State, row: Row, did: Did): void {
  state.rows(programs).remove(row);
  did(`program.delete ${row['program_id'] ?? ''}`);
  removeChildren(state, row, did);
}

/** Deletes what names a program as its parent, and theirs. */
export function removeChildren(state: State, { program_id }: Row, did: Did): void {
  for (const child of state.rows(programs).all()) {
    // A child that a cycle leads back to is gone already.
    if (child['parent_id'] === program_id && isThere(state, programs, child['program_id'])) {
      removeProgram(state, child, did);
    }
  }
}

type Did = (effect: string) => void;

export function parametersOf(program: Row): Values {
  return JSON.parse(program['data'] ?? '{}') as Values;
}

/** Whether a table has a row of this key, however it was written. */
export function isThere(state: State, table: Table, id: unknown): boolean {
  return state.rows(table).find(Number(id)) !== undefined;
}
