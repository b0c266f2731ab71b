import { fork } from 'node:child_process';
import { once } from 'node:events';

/** The stubbed upstreams, which run in a process of their own. */
export interface Stub {
  /** Lets answers come after so many milliseconds, and tells how many requests there were so far. */
  readonly setDelay: (delayMs: number) => Promise<number>;
  readonly stop: () => void;
}

/** Starts the upstreams at ports one after the other. */
export async function startStub(firstPort: number): Promise<Stub> {
  const child = fork(new URL('server.ts', import.meta.url), [String(firstPort)]);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the stubbed upstreams do not run: is a port from ${firstPort} on in use?`);
  });
  await Promise.race([once(child, 'message'), ended]);
  return {
    setDelay: async (delayMs) => {
      const answer = once(child, 'message');
      child.send(delayMs);
      return ((await answer) as [number])[0];
    },
    stop: () => {
      // It ends on purpose now.
      ended.catch(() => undefined);
      child.kill();
    },
  };
}
