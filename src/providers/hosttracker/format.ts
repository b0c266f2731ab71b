import type { Codec } from '../../wire/endpoint.js';
import type { Reader } from '../../wire/read.js';
import type { XmlValue } from '../../wire/xml.js';
import type { Edit } from './edit.js';
import type { WireContact } from './wire-contact.js';
import type { WireWritten } from './written.js';

/** What `POST users/token` answers. */
export interface WireTicket {
  readonly ticket: string;
  /** Unix seconds. */
  readonly expirationUnixTime: number | null;
}

/** One of the two ways in which HostTracker's bodies are written and read; both read to equal values. */
export interface Format {
  readonly codec: Codec;
  /** Roots of XML answers to a log-in are documented nowhere, so they are read more freely. */
  readonly ticketCodec: Codec;
  /** What the codec writes: `root` is the element's name in XML. */
  readonly body: (root: string, fields: ReadonlyArray<readonly [string, XmlValue]>) => unknown;
  readonly texts: Reader<readonly string[]>;
  readonly wholeNumbers: Reader<readonly number[]>;
  readonly contacts: Reader<readonly WireContact[]>;
  /** One of them. */
  readonly row: Reader<WireContact>;
  /** Null where the answer is empty. */
  readonly contact: Reader<WireContact | null>;
  readonly ticket: Reader<WireTicket>;
  /** The body of a write to contacts, from values in the form of their JSON. */
  readonly edits: (root: string, edits: readonly Edit[]) => unknown;
  /** The body that confirms this contact. */
  readonly confirmation: (id: string, code: string) => unknown;
  readonly written: Reader<WireWritten>;
  readonly writtenMany: Reader<readonly WireWritten[] | null>;
}
