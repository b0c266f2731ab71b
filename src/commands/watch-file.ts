import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps, and a new file that takes its name is one of several events. */
const SETTLE_MS = 200;

/**
 * Calls back when a file may have changed. Its folder is watched: a file that is replaced by renaming another one is a new
 * file, of which a watch on the old one hears nothing.
 */
export function watchFile(file: string, onChange: () => void, onError: (error: Error) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  // A mounted config of Kubernetes is a link to a folder that is replaced: that event names the folder.
  const isConcerned = (name: string | null): boolean =>
    name === null || name === basename(file) || name.startsWith('..');
  const watcher = watch(dirname(file), { persistent: false }, (_, name) => {
    if (!isConcerned(name)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS).unref();
  });
  watcher.on('error', onError);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
