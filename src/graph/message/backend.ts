import type { ListBackend } from '../ports/list-backend.js';
import type { CreateItem, UpdateItem, Writes } from '../ports/writes.js';
import type { Message } from './types.js';
import type {
  CreateDocumentInput,
  CreateRecordingInput,
  CreateTemplateInput,
  CreateTextInput,
  UpdateDocumentInput,
  UpdateRecordingInput,
  UpdateTemplateInput,
  UpdateTextInput,
} from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly message: MessageBackend;
  }
}

/** What the message room asks of a provider. */
export interface MessageBackend extends ListBackend<Message> {
  readonly writes?: MessageWrites;
}

/** How one kind is written. An update of a message of another kind is Invalid: NOT_FOUND. */
export interface KindWrites<Input, Change> {
  readonly create?: CreateItem<Input>;
  readonly update?: UpdateItem<Change>;
}

export interface MessageWrites extends Pick<Writes<never, never>, 'remove'> {
  readonly document?: KindWrites<CreateDocumentInput, UpdateDocumentInput>;
  readonly recording?: KindWrites<CreateRecordingInput, UpdateRecordingInput>;
  readonly template?: KindWrites<CreateTemplateInput, UpdateTemplateInput>;
  readonly text?: KindWrites<CreateTextInput, UpdateTextInput>;
}
