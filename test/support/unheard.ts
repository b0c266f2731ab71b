/** The rejections that nobody handled while this ran: each of them would end the process. */
export async function unheardDuring(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const unheard: unknown[] = [];
  const listener = (reason: unknown): void => void unheard.push(reason);
  // The test runner's own listeners would fail the run without saying which test.
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', listener);
  try {
    await work();
    // Node tells them when the microtasks are done.
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    process.off('unhandledRejection', listener);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return unheard;
}
