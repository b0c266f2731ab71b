const waiting: Array<() => void> = [];

/**
 * Resolves in a turn of the event loop that nobody else who waits here has: many who work through long lists at the
 * same time hold the loop no longer than one of them does.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  const [next] = waiting;
  // Still in the queue while the next turn is ordered, so that nobody orders a second one.
  if (waiting.length > 1) setImmediate(giveTurn);
  waiting.shift();
  next?.();
}
