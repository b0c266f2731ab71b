import type { Codec } from '../../wire/endpoint.js';
import type { XmlValue } from '../../wire/xml.js';
import type { WireField } from './wire-fields.js';
import type { WireContact } from './contact/columns.js';
import type { WireWriteAnswer } from './contact/write-answer.js';
import type { Reader } from '../../wire/reader.js';

/** What `POST users/token` answers. */
export interface WireTicket {
  readonly ticket: string;
  /** Unix seconds. */
  readonly expirationUnixTime: number | null;
}

/** One of the two ways in which HostTracker's bodies are written and read; both read to equal values. */
export interface BodyFormat {
  readonly codec: Codec;
  /** Roots of XML answers to a log-in are not documented, so any is accepted. */
  readonly ticketCodec: Codec;
  /** What the codec writes: `root` is the element's name in XML. */
  readonly body: (root: string, fields: ReadonlyArray<readonly [string, XmlValue]>) => unknown;
  readonly texts: Reader<readonly string[]>;
  readonly wholeNumbers: Reader<readonly number[]>;
  readonly contacts: Reader<readonly WireContact[]>;
  /** One of them. */
  readonly contactRow: Reader<WireContact>;
  /** Null where the answer is empty. */
  readonly optionalContact: Reader<WireContact | null>;
  readonly ticket: Reader<WireTicket>;
  /** The body of a write to contacts, from values in the form of their JSON. */
  readonly contactBody: (root: string, fields: readonly WireField[]) => unknown;
  /** The body that confirms this contact. */
  readonly confirmationBody: (id: string, code: string) => unknown;
  readonly writeAnswer: Reader<WireWriteAnswer>;
  readonly writeAnswers: Reader<readonly WireWriteAnswer[] | null>;
}
