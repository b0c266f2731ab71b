import type { Socket } from 'node:net';

/**
 * Has a socket send what is written to it in one turn of the event loop together: requests that are pipelined then take
 * one system call and not one each.
 */
export function corkWrites(socket: Socket): void {
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let isCorked = false;
  const uncork = (): void => {
    isCorked = false;
    socket.uncork();
  };
  socket.write = (...given: unknown[]): boolean => {
    if (!isCorked) {
      isCorked = true;
      socket.cork();
      process.nextTick(uncork);
    }
    return write(...given);
  };
}
