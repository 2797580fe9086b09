/** Why something was not done, with the HTTP status that says so. */
const statuses = {
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "wrong-state": 409,
  "too-large": 413,
  "wrong-kind": 415,
  invalid: 422,
  "too-many": 429,
  defect: 500,
  unavailable: 503,
} as const;

/** The kind of a refusal; the error page has a text for each. */
export type RefusalCode = keyof typeof statuses;

/** What a page needs to say about a refusal: plain JSON, never content of a study. */
export type RefusalDetails = Record<string, unknown>;

/** What the error page gets to read. */
export interface RefusalData {
  code: RefusalCode;
  details: RefusalDetails;
}

/**
 * Nothing was written, and this is why. It has the shape of Remix's `data()`, so that thrown in a loader or an action it
 * becomes a response of its status whose data the error page reads.
 */
export class Refusal extends Error {
  readonly type = "DataWithResponseInit";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  readonly status: number;
  readonly data: RefusalData;
  readonly init: { status: number; headers: Record<string, string> };

  constructor(code: RefusalCode, details: RefusalDetails) {
    super(`Refused: ${code}`);
    this.code = code;
    this.details = details;
    this.status = statuses[code];
    this.data = { code, details };
    const wait = details["retryAfter"];
    this.init = { status: this.status, headers: typeof wait === "number" ? { "Retry-After": String(wait) } : {} };
  }
}

/** The refusal to throw: `throw refuse("conflict", { theirs })`. */
export function refuse(code: RefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}

/** Runs a change and hands back its refusals of the given kinds as a value, so that the page can show them with the form; all else is thrown on. */
export async function catchRefusal<Result>(
  run: () => Promise<Result>,
  ...codes: RefusalCode[]
): Promise<{ ok: true; result: Result } | { ok: false; refusal: Refusal }> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    if (error instanceof Refusal && codes.includes(error.code)) return { ok: false, refusal: error };
    throw error;
  }
}
