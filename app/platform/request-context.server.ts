/** What a request has saved so far: the places in the trail of what it changed, and words of its own, which say it where no trail does, or better. */
export interface Saved {
  events: { chain: string; seq: number }[];
  own: OwnWord[];
}

/** The words that are not those of the trail: of what a person keeps for herself or asks of the program, and of a record that an interviewee goes through. */
export const ownWords = ["keys", "mail", "mailOff", "seen", "draftAsked", "draftCancelled", "record", "recordAgain"] as const;

/** One of those words. */
export type OwnWord = (typeof ownWords)[number];

/** What is known of one request while it is answered: loaders run side by side on copies of it, and share this. */
export interface RequestContext {
  id: string;
  /** The signed-in person, for the log. */
  userId?: string;
  /** The route that answered, for the log. */
  route?: string;
  ip?: string;
  /** Nobody was signed in where somebody had to be: an answer to a script says so with its status. */
  signedOut?: boolean;
  /** Cookies to send with the answer. */
  cookies: string[];
  /** Headers that a refusal has beside its status. */
  headers: Record<string, string>;
  /** Whether the answer is a page in HTML and not the data of one. */
  rendersPage?: boolean;
  /** What a loader left out of its data, for the page alone. */
  leftToPage?: unknown;
  /** Whether the browser of who asks may keep the page. */
  keptByReader?: boolean;
  /** What it saved, for the status line of the page that follows; absent while nothing was asked to be changed. */
  saved?: Saved;
  /** Whether a loader has told what the request before this one saved. */
  hasTold?: boolean;
  memory: Map<string, Promise<unknown>>;
}

/** The header under which the server hands a request its id; one that came from outside is dropped there. */
export const requestIdHeader = "x-request-id";

const open = new Map<string, RequestContext>();
const loose = new WeakMap<Request, RequestContext>();

/** Opens the context of a request that the server received; `closeContext` ends it. */
export function openContext(id: string, ip: string | undefined, rendersPage = false): RequestContext {
  const context: RequestContext = { id, ...(ip !== undefined && { ip }), rendersPage, cookies: [], headers: {}, memory: new Map() };
  open.set(id, context);
  return context;
}

/** Forgets what was known of a request, once it has been answered. */
export function closeContext(id: string): void {
  open.delete(id);
}

/** Notes what the request of that id saved; nothing is noted for a command, which has no page to tell it on. */
export function noteSaved(id: string, { events = [], own = [] }: Partial<Saved>): void {
  const context = open.get(id);
  if (!context) return;
  context.saved ??= { events: [], own: [] };
  context.saved.events.push(...events);
  context.saved.own.push(...own);
}

/** The context of a request; one that did not come through the server (a test's) gets one of its own. */
export function contextOf(request: Request): RequestContext {
  const id = request.headers.get(requestIdHeader);
  const known = (id && open.get(id)) || loose.get(request);
  if (known) return known;
  const made: RequestContext = { id: id ?? crypto.randomUUID(), cookies: [], headers: {}, memory: new Map() };
  loose.set(request, made);
  return made;
}

/** Does something once per request, however many loaders ask for it. */
export function oncePerRequest<Result>(request: Request, key: string, run: () => Promise<Result>): Promise<Result> {
  const { memory } = contextOf(request);
  const known = memory.get(key) as Promise<Result> | undefined;
  if (known) return known;
  const made = run();
  memory.set(key, made);
  return made;
}
