import type { Random } from './random.js';

/** The bytes with one or more faults: bits turned, parts cut out, doubled, taken from another text, or cut off. */
export function mutateBytes(random: Random, bytes: Buffer, others: readonly Buffer[]): Buffer {
  let mutated = bytes;
  for (let left = 1 + random.below(4); left > 0; left -= 1) mutated = mutateOnce(random, mutated, others);
  return mutated;
}

function mutateOnce(random: Random, bytes: Buffer, others: readonly Buffer[]): Buffer {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random.below(40));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (random.below(7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      const byte = flipped[at];
      if (byte !== undefined) flipped[at] = byte ^ (1 << random.below(8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, ...Array.from({ length: 2 + random.below(30) }, () => part), after]);
    case 3: {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + random.below(200)), after]);
    }
    case 4:
      return before;
    case 5:
      return Buffer.concat([before, randomBytes(random, 1 + random.below(8)), after]);
    default:
      return Buffer.concat([before, Buffer.from(random.pick(SIGNS)), after]);
  }
}

const SIGNS = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '\\',
  ':',
  ',',
  '.',
  '...',
  '$',
  '@',
  '!',
  '|',
  '&',
  '<',
  '>',
  '#',
  '\n',
];

export function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
