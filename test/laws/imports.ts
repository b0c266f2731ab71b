import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

import ts from 'typescript';

import { filesBelow } from '../support/files-below.js';
import { GRAPH_ROOMS, KEEPERS, ROOMS, type Room } from './rooms.js';

export const ROOT = new URL('../../', import.meta.url).pathname;

/** A source file by its path below the root, e.g. `src/graph/id.ts`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export function filesUnder(folder: string, extension = '.ts'): SourceFile[] {
  return filesBelow(join(ROOT, folder))
    .filter((path) => path.endsWith(extension))
    .map((path) => relative(ROOT, path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Every import in a file of src/ that the tables in rooms.ts forbid, as a sentence with the reason. */
export function breachesOf({ path, text }: SourceFile): string[] {
  const place = path.replace(/^src\//, '').replace(/\.ts$/, '');
  const room = ROOMS.find((candidate) => lies(place, candidate.room));
  if (!room) return [`${path} lies in no room: give it one in test/laws/rooms.ts`];
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('.'))
      return [...breachOfRoom(path, place, room, fileName), ...breachOfGraphRoom(path, place, fileName)];
    return breachOfKeeper(path, place, fileName);
  });
}

function breachOfRoom(path: string, place: string, room: Room, imported: string): string[] {
  const target = posix.join(dirname(place), imported).replace(/\.js$/, '');
  const home = room.room.endsWith('/*') ? place.split('/').slice(0, 2).join('/') : room.room;
  const allowed = [home, ...room.may].some((may) => lies(target, may));
  return allowed ? [] : [`${path} imports ${target}: ${room.room} may not see it, because ${room.because}`];
}

/** The same between the folders of src/graph. */
function breachOfGraphRoom(path: string, place: string, imported: string): string[] {
  const target = posix.join(dirname(place), imported).replace(/\.js$/, '');
  if (!lies(place, 'graph') || !lies(target, 'graph')) return [];
  const [own = '', other = ''] = [place, target].map((each) => each.split('/')[1]);
  const folder = GRAPH_ROOMS.find(({ room }) => room === own);
  if (!folder) return [`${path} lies in no folder of the graph: give it one in test/laws/rooms.ts`];
  return [own, ...folder.may].includes(other)
    ? []
    : [`${path} imports ${target}: graph/${own} may not see it, because ${folder.because}`];
}

function breachOfKeeper(path: string, place: string, imported: string): string[] {
  const name = imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
  const keepers = KEEPERS[name];
  if (!keepers || keepers.some((keeper) => lies(place, keeper))) return [];
  return [`${path} imports ${name}: only ${keepers.join(', ')} may, so that replacing it is one edit`];
}

function lies(place: string, room: string): boolean {
  const base = room.replace(/\/\*$/, '');
  return place === base || place.startsWith(`${base}/`);
}
