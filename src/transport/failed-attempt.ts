import type { Attempt, CallOptions, UpstreamRequest } from './exchange.js';

/** The failed attempt of one try, held until it is known whether another try follows. */
export interface FailedAttempt {
  /** Options for the try, whose failed attempt is held. */
  readonly callOptions: CallOptions;
  /** Reports what is held, with this addition. */
  readonly report: (addition?: Pick<Attempt, 'retryBudgetExhausted'>) => void;
}

/** Holds an attempt with such a status, so that it can say why no other try follows. Others are reported at once. */
export function holdFailedAttempt(
  { operation, callOptions }: UpstreamRequest,
  isTransient: (status: number | null) => boolean,
): FailedAttempt {
  const { onAttempt, signal } = callOptions;
  if (!onAttempt) return { callOptions, report: () => undefined };
  let isOver = false;
  let held: Attempt | undefined;
  const reportHeld = (addition: Pick<Attempt, 'retryBudgetExhausted'> = {}): void => {
    if (held) onAttempt({ ...held, ...addition });
    held = undefined;
  };
  const receive = (attempt: Attempt): void => {
    reportHeld();
    // After an abort no other try follows, and the response to the client may be under way.
    const isHeld = !isOver && !signal?.aborted && attempt.operation === operation && isTransient(attempt.status);
    if (isHeld) held = attempt;
    else onAttempt(attempt);
  };
  return {
    callOptions: { ...callOptions, onAttempt: receive },
    report: (addition) => {
      isOver = true;
      reportHeld(addition);
    },
  };
}
