import { createServer, type Socket } from 'node:net';

import { UPSTREAMS, type AnswerPath } from './answers.js';
import { takeRequests } from './take-requests.js';

// Five upstreams in a process of their own, over plain sockets and with answers made beforehand, so that little of the core
// that they share with the load is theirs: the embedded emulators check, filter and log.
const firstPort = Number(process.argv[2]);
let requests = 0;
let delayMs = 0;

function serve(socket: Socket, toAnswer: AnswerPath): void {
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const taken = takeRequests(rest + chunk.toString('latin1'));
    ({ rest } = taken);
    if (taken.paths.length === 0) return;
    requests += taken.paths.length;
    const answers = Buffer.concat(taken.paths.map(toAnswer));
    if (delayMs === 0) socket.write(answers);
    else setTimeout(() => socket.write(answers), delayMs);
  });
}

const listening = Object.values(UPSTREAMS).map(
  (toAnswer, place) =>
    new Promise<void>((resolve, reject) => {
      createServer((socket) => {
        serve(socket, toAnswer);
      })
        .on('error', reject)
        .listen(firstPort + place, '127.0.0.1', resolve);
    }),
);
await Promise.all(listening);

process.on('message', (delay: number) => {
  delayMs = delay;
  process.send?.(requests);
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());
process.send?.('ready');
