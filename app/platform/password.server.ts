import { hash, verify } from "@node-rs/argon2";

/** Argon2id at 64 MiB and three passes; at most four at once, or a burst of sign-ins would take the memory of the machine. */
const settings = { memoryCost: 65536, timeCost: 3, parallelism: 1 };
const atOnce = 4;

/** Of a password that nobody has: compared where there is no account, so that the answer takes as long. */
const nobodys = "$argon2id$v=19$m=65536,t=3,p=1$fweW+bovDqmDVf5ZterIcw$Yoe2RetbZmS5fkCZG15aOEyIoWSCI6zBAm9fAlt4/jE";

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The hash to store of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, settings));
}

/** Is this the password of that hash? Without a hash (no such account, no password yet) the answer is no after the same work. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? nobodys, password));
  return matches && Boolean(stored);
}

/** Was the hash made with weaker settings than those of today? */
export function hashIsOld(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${settings.memoryCost},t=${settings.timeCost},`);
}
