import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { settings } from "./environment.server";
import { refuse } from "./refusal.server";

/** How often something may be done by one key (an account, an address) before it has to wait. */
export interface RateLimit {
  /** Has the key used up its points? Counts nothing. */
  usedUp(key: string): Promise<boolean>;
  /** Refuses with 429, and says how long to wait, when the key has used up its points; counts nothing. */
  check(key: string): Promise<void>;
  /** Counts one; true when this one used up the last point, from when the key waits the whole time. */
  count(key: string): Promise<boolean>;
  /** Forgets what was counted. */
  clear(key: string): Promise<void>;
}

const forgets: (() => void)[] = [];

/** Forgets what every limit has counted, and by how many points. A server counts from start to end. */
export function forgetLimits(): void {
  for (const forget of forgets) forget();
}

/** A limit of so many points in so many seconds, kept in this process; `GRONDSLAG_RATE_LIMITS=test` multiplies the points by a thousand. */
export function rateLimit(name: string, points: number, seconds: number): RateLimit {
  return limitOf(name, () => points * (settings().rateLimits === "test" ? 1000 : 1), seconds);
}

/** So many attempts in a row in one session, for as long as a session can last; the setting for tests changes nothing in it. */
export function sessionAttempts(name: string, points: number): RateLimit {
  return limitOf(name, () => points, 12 * 60 * 60);
}

function limitOf(name: string, points: () => number, seconds: number): RateLimit {
  let limiter: RateLimiterMemory | undefined;
  forgets.push(() => (limiter = undefined));
  const made = () => (limiter ??= new RateLimiterMemory({ keyPrefix: name, points: points(), duration: seconds }));
  const overdrawn = async (key: string) => {
    const state = await made().get(key);
    return state && state.remainingPoints <= 0 ? state : null;
  };
  return {
    async usedUp(key) {
      return (await overdrawn(key)) !== null;
    },
    async check(key) {
      const state = await overdrawn(key);
      if (state) throw refuse("too-many", { retryAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) });
    },
    async count(key) {
      const state = await made()
        .consume(key)
        .catch((error: unknown) => {
          if (error instanceof RateLimiterRes) return error;
          throw error;
        });
      if (state.consumedPoints !== made().points) return false;
      await made().block(key, seconds);
      return true;
    },
    async clear(key) {
      await made().delete(key);
    },
  };
}
