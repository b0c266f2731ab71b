import type { Log } from './log.js';

/** The part of a process that is used here. */
export interface SupervisedProcess {
  readonly on: (event: string, listener: (reason: unknown) => void) => unknown;
  readonly exit: (code: number) => void;
}

// SIGHUP: the terminal or the session that it was started in has ended.
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Ends a process in order: the first signal drains and exits with 0, the second exits at once. An uncaught error is
 * logged and drains with exit code 1, because the state that it left is unknown.
 */
export function superviseProcess(
  stop: () => Promise<void>,
  log: Log,
  supervisedProcess: SupervisedProcess = process,
): void {
  let stopping = false;
  const drain = (code: number): void => {
    stopping = true;
    stop().then(
      () => {
        supervisedProcess.exit(code);
      },
      (error: unknown) => {
        log.error({ error }, 'could not stop in order');
        supervisedProcess.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) {
    supervisedProcess.on(signal, () => {
      if (stopping) {
        supervisedProcess.exit(1);
        return;
      }
      log.info({ signal }, 'draining: a second signal ends at once');
      drain(0);
    });
  }
  supervisedProcess.on('uncaughtException', (error) => {
    log.fatal({ error }, 'an error that nobody caught');
    if (!stopping) drain(1);
  });
}
