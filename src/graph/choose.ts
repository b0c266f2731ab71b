import type { OpenUpstream } from './context.js';
import { badInput } from './errors.js';
import type { Backends } from './provider.js';

/** Which upstream a field of one provider is about: the one named, or the only one there is. */
interface Choice {
  /** What such upstreams are called, e.g. `HostTracker account`. */
  readonly title: string;
  readonly name: string | null | undefined;
  readonly upstreams: readonly OpenUpstream[];
}

/** That upstream's backend; BAD_USER_INPUT names the choices where the name is needed, or is of another kind. */
export function chooseBackend<Key extends keyof Backends>(
  key: Key,
  { title, name, upstreams }: Choice,
): NonNullable<Partial<Backends>[Key]> {
  const choices = upstreams.flatMap(({ name: own, backends }) => {
    const backend = backends[key];
    return backend ? [{ own, backend }] : [];
  });
  const [first, second] = typeof name === 'string' ? choices.filter(({ own }) => own === name) : choices;
  if (first && !second) return first.backend;
  const names = choices.map(({ own }) => own).join(', ') || 'none';
  throw badInput(
    typeof name === 'string'
      ? `"${name}" is no ${title}; configured are: ${names}`
      : `"upstream" must name one ${title}; configured are: ${names}`,
  );
}
