import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { either, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { rowList } from '../shared/reads/column-readers.js';
import { defineItemEndpoint } from '../shared/reads/read-endpoints.js';
import { attemptColumns } from './columns.js';
import { attemptResult } from './results.js';

/** An attempt, which ICTCore calls a spool. */
const spool = record({ spool_id: text, status: optional(text), ...attemptColumns.readers });

const documentedStatus = record({ status: optional(text), Status: optional(text) });

/** A status alone: real servers send a bare text, the guide an object, for transmissions with a capital letter. */
export const statusAnswer: Reader<string | null> = either(text, (value, at) => {
  const { status: small, Status: capital } = documentedStatus(value, at);
  return small ?? capital;
});

export const attemptEndpoints = {
  listOfTransmission: defineItemEndpoint('/transmissions', rowList(spool), '/detail'),
  listResultsOfTransmission: defineItemEndpoint('/transmissions', rowList(attemptResult), '/result'),
  readStatus: defineItemEndpoint('/spools', statusAnswer, '/status'),
  listResults: defineItemEndpoint('/spools', rowList(attemptResult), '/result'),
};

/** Which endpoints hold the columns that an attempt by its key lacks. */
export const attemptSources = {
  detail: {
    columns: attemptColumns.absentFrom('status'),
    endpoint: attemptEndpoints.listOfTransmission,
    answer: 'part',
  },
  results: { columns: ['results'], endpoint: attemptEndpoints.listResults, answer: 'part' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
