const EVENTS = ['unhandledRejection', 'uncaughtException'] as const;

/** The errors that nobody handled while this ran: each of them would end the process. */
export async function unhandledErrorsDuring(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): void => void unhandled.push(reason);
  // The test runner's own listeners would fail the run without saying which test.
  const others = EVENTS.map((event) => process.rawListeners(event));
  for (const event of EVENTS) process.removeAllListeners(event).on(event, listener);
  try {
    await work();
    // Node tells them when the microtasks are done.
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    for (const [index, event] of EVENTS.entries()) {
      process.off(event, listener);
      for (const other of others[index] ?? []) process.on(event, other as () => void);
    }
  }
  return unhandled;
}
