import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { ENGINE_FLAGS } from '../compare/places.js';

/** The engine as `npm start` sets it, with what reads TypeScript. */
export const FLAGS = [...ENGINE_FLAGS, '--import', 'tsx'];

/** A process, and what it said when it was ready. */
export interface RunningChild {
  readonly child: ChildProcess;
  readonly ready: unknown;
}

/** Another file of the bench in a process of its own, which says something when it is ready. */
export async function startChild(file: string, args: readonly string[]): Promise<RunningChild> {
  const child = fork(new URL(file, import.meta.url), args, { execArgv: FLAGS });
  const [ready] = (await once(child, 'message')) as [unknown];
  return { child, ready };
}

/** Asks a child, which answers with one message. */
export async function askChild<Answer>(child: ChildProcess): Promise<Answer> {
  const answer = once(child, 'message');
  child.send('tell');
  const [upstream] = (await answer) as [Answer];
  return upstream;
}
