import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Session } from '../session.js';
import { digestExpected, toChangeBody, toCreateBody } from '../shared/writes/body.js';
import { concealSecrets } from '../shared/writes/conceal-secrets.js';
import {
  confirmWrite,
  isProviderRejection,
  readBack,
  reportUnappliedField,
  toUnknownOutcome,
} from '../shared/writes/confirm-write.js';
import { creationHint, listAllRows, selectNewRows } from '../shared/writes/creation.js';
import { validateInput } from '../shared/writes/rules.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { trunkSecrets } from './columns.js';
import { trunkEndpoints } from './endpoints.js';
import { CREATE_RULES, READABLE_FIELDS, UPDATE_RULES, WIRE_NAMES } from './input-rules.js';
import type { CreateTrunkInput, UpdateTrunkInput } from './inputs.js';
import type { TrunkWrites } from './mutation.js';
import type { IctCoreTrunk } from './types.js';

/** How trunks of an installation are written. */
export function createTrunkWrites(
  session: Session,
  gateways: Pick<ListBackend<IctCoreTrunk>, 'list' | 'byKeys'>,
): TrunkWrites {
  const upstream = session.upstream.name;
  const readFresh = async (key: string, writeAttempt: WriteAttempt): Promise<IctCoreTrunk | undefined> =>
    (await gateways.byKeys([key], { ...writeAttempt, bypassCache: true })).get(key);

  async function create(
    input: CreateTrunkInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, CREATE_RULES));
    const before = await listAllRows(gateways, writeAttempt);
    const host = input.host === '' ? null : (input.host ?? null);
    const digests = { name: writeAttempt.digest(input.name), host: writeAttempt.digest(host) };
    writeAttempt.recordRecoveryHint(creationHint('gateway', digests, before));
    try {
      const body = toCreateBody(input, WIRE_NAMES);
      const key = await concealSecrets(trunkSecrets.secretsIn(input), () =>
        session.call(trunkEndpoints.create, body, writeAttempt),
      );
      return { result: { key } };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isProviderRejection(error)) throw error;
      const after = await readBack(() => listAllRows(gateways, writeAttempt), error);
      const [made, ...others] = selectNewRows(after, before).filter(
        (row) => row.name === input.name && row.host === host,
      );
      if (!made) throw error;
      if (others.length > 0)
        throw toUnknownOutcome(error, `${error.message}. Several such trunks are there all the same.`);
      return { result: { key: made.upstreamId }, mistakes: [savedButFailed(error)] };
    }
  }

  async function updateTrunk(
    requestedKey: string,
    input: UpdateTrunkInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'trunk', upstream);
    throwIfInvalid(validateInput(input, UPDATE_RULES));
    const body = toChangeBody(input, WIRE_NAMES);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, READABLE_FIELDS, WIRE_NAMES, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('gateway', key, expected));
    const checkTypeApplied = async () => {
      if (typeof input.type !== 'string') return [];
      const message = `The trunk was changed, but keeps its type: the server did not make it "${input.type}". Make a new trunk.`;
      return reportUnappliedField(
        'type',
        async () => (await readFresh(key, writeAttempt))?.type === input.type,
        message,
      );
    };
    try {
      await concealSecrets(trunkSecrets.secretsIn(input), () =>
        sendWrite(session, trunkEndpoints.update, { key, body }, writeAttempt),
      );
      return { result: { key }, mistakes: await checkTypeApplied() };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isProviderRejection(error)) throw error;
      const row = await readBack(() => readFresh(key, writeAttempt), error);
      const isSaved = row && matchesInput(row, input);
      if (isSaved === false) throw error;
      if (!isSaved)
        throw toUnknownOutcome(
          error,
          `${error.message}. The trunk tells nothing by which to see whether it was changed.`,
        );
      return { result: { key }, mistakes: [savedButFailed(error), ...(await checkTypeApplied())] };
    }
  }

  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<void> {
    const key = requireValidKey(requestedKey, 'trunk', upstream);
    await confirmWrite(
      () => sendWrite(session, trunkEndpoints.delete, key, writeAttempt),
      async () => (await readFresh(key, writeAttempt)) === undefined,
    );
  }

  return { create, update: updateTrunk, remove };
}

/** Release 1.2 may save a trunk and then fail to write the files of its switch, which it answers with an error. */
function savedButFailed(error: ProviderFailure): { code: string; message: string; field: null } {
  const message = `The trunk was saved, but the server then failed, so that its switch may not know of it: ${error.message}`;
  return { code: 'UPSTREAM_REJECTED', message, field: null };
}

/** Whether a trunk has the values of an input; undefined where it tells none of these columns. */
function matchesInput(row: IctCoreTrunk, input: UpdateTrunkInput): boolean | undefined {
  const inputValues = new Map<string, unknown>(Object.entries(input));
  const cells = new Map<string, unknown>(Object.entries(row));
  const comparableFields = READABLE_FIELDS.filter((field) => inputValues.get(field) !== undefined);
  if (comparableFields.length === 0) return undefined;
  return comparableFields.every((field) => {
    const value = inputValues.get(field);
    return (cells.get(field) ?? null) === (value === '' ? null : value);
  });
}
