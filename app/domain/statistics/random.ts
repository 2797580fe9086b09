/** A source of chance that gives the same numbers for the same seed, on every machine. */
export interface Random {
  /** The next whole number from 0 to 2³² − 1. */
  next(): number;
  /** A number from 0 up to but not including 1, in steps of 2⁻³². */
  fraction(): number;
  /** A whole number from 0 up to but not including `count` (1 to 2³²); each is equally likely up to `count` ÷ 2³². */
  below(count: number): number;
}

/** State of the generator: four words of 32 bits, not all of them 0. */
export type RandomState = readonly [number, number, number, number];

/**
 * The generator xoshiro128** 1.1 (D. Blackman, S. Vigna, 2021, Scrambled linear pseudorandom number generators, ACM Transactions on Mathematical Software
 * 47(4), article 36) from a given state.
 */
export function randomFrom(state: RandomState): Random {
  let [a, b, c, d] = state;
  const next = () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
  const fraction = () => next() / 2 ** 32;
  return { next, fraction, below: (count) => Math.floor(fraction() * count) };
}

/**
 * The generator begun from a seed (a whole number; its lowest 32 bits count). The state is filled as its authors advise, by another generator: steps of the
 * golden ratio mixed by the finaliser of MurmurHash3 (A. Appleby, 2011), as SplitMix does (G. L. Steele, D. Lea, C. H. Flood, 2014, Fast splittable
 * pseudorandom number generators, OOPSLA).
 */
export function seededRandom(seed: number): Random {
  const word = (place: number) => mixed((seed + Math.imul(place, 0x9e3779b9)) >>> 0);
  // The mixing maps no two words onto one, so that at most one of the four is 0.
  return randomFrom([word(1), word(2), word(3), word(4)]);
}

/** A seed from a digest in hexadecimal, so that chance follows from what it is used on: its first 32 bits. */
export function seedOf(digest: string): number {
  const seed = Number.parseInt(digest.slice(0, 8), 16);
  if (!Number.isSafeInteger(seed)) throw new RangeError("A seed is read from a digest in hexadecimal.");
  return seed;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mixed(word: number): number {
  const one = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const two = Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return (two ^ (two >>> 16)) >>> 0;
}
