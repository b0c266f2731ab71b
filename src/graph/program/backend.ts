import type { ListBackend } from '../ports/list-backend.js';
import type { CreateItem, Writes } from '../ports/writes.js';
import type { CreateAccountProgramInput, CreateMessageProgramInput, CreateVoiceTtsProgramInput } from './inputs.js';
import type { Program, ProgramType } from './types.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly program: ProgramBackend;
  }
}

/** What the program room asks of a provider. */
export interface ProgramBackend extends ListBackend<Program> {
  readonly writes?: ProgramWrites;
}

/** A new program of any type, with what that type needs and no more. */
export interface NewProgram extends Pick<AnyInput, 'name'>, Partial<Omit<AnyInput, 'name'>> {
  readonly type: ProgramType;
}

type AnyInput = CreateAccountProgramInput & CreateMessageProgramInput & CreateVoiceTtsProgramInput;

export interface ProgramWrites extends Pick<Writes<never, never>, 'remove'> {
  readonly create?: CreateItem<NewProgram>;
}
