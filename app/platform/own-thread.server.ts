import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { answerQuestion, askFromHere, type Answers, type Question } from "./ask-starter.server";
import { closeDatabase, currentDatabase, openDatabase } from "./db.server";
import { hasThread, startWorker } from "./thread.server";

/**
 * Work for a thread of its own: the file that does it, below `app/`, the same work in this thread where no other can be had, and what answers the
 * questions that the thread asks meanwhile.
 */
export interface OwnThreadOf<Order, Told, Answer> {
  file: string;
  answers?: Answers;
  here(order: Order, tell: (told: Told) => void): Promise<Answer>;
}

/** A thread that does one thing and then ends. */
export interface OwnThread<Answer> {
  /** What it came to. Rejects with the message and the `code` of what went wrong, also when it was ended before. */
  answer: Promise<Answer>;
  /** Ends it, whatever it is doing; returns once it is gone. */
  end(): Promise<void>;
}

type Message = { told: unknown } | Question | { answer: unknown } | { problem: string; code: string | null };

/** What went wrong in a thread: a message without content, and the code of the error if it had one. */
class ThreadProblem extends Error {
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.name = "ThreadProblem";
    this.code = code;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null);
const ended = () => new ThreadProblem("The thread was ended.", "ended");

/**
 * Gives work to a thread of its own that reads the open database, hears what it tells meanwhile, and ends it afterwards: all its memory is free again.
 * Where there is none (a test without the loader of TypeScript), it is done here.
 */
export function startOwnThread<Order extends object, Told, Answer>(
  thread: OwnThreadOf<Order, Told, Answer>,
  order: Order,
  hear: (told: Told) => void,
): OwnThread<Answer> {
  return isMainThread && hasThread(thread.file) ? elsewhere(thread, order, hear) : here(thread, order, hear);
}

function elsewhere<Order extends object, Told, Answer>(
  { file, answers = {} }: OwnThreadOf<Order, Told, Answer>,
  order: Order,
  hear: (told: Told) => void,
): OwnThread<Answer> {
  const worker = startWorker(file, { order, databaseUrl: currentDatabase().url });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on("message", (message: Message) => {
      // Both sides of the thread are one program, and the order says what is told and what comes back.
      if ("told" in message) return hear(message.told as Told);
      if ("asked" in message) return void answerQuestion(worker, answers, message);
      if ("answer" in message) resolve(message.answer as Answer);
      else reject(new ThreadProblem(message.problem, message.code));
      void worker.terminate();
    });
    worker.on("error", (error) => reject(new ThreadProblem(error instanceof Error ? error.message : "unknown", codeOf(error))));
    worker.on("exit", () => reject(ended()));
  });
  return { answer, end: async () => void (await worker.terminate()) };
}

/** Once it is ended, what it still tells stops it and what it comes to counts for nothing. */
function here<Order, Told, Answer>(thread: OwnThreadOf<Order, Told, Answer>, order: Order, hear: (told: Told) => void): OwnThread<Answer> {
  let isEnded = false;
  const work = thread.here(order, (told) => {
    if (isEnded) throw ended();
    hear(told);
  });
  let end = () => undefined as void;
  const cut = new Promise<never>((_, reject) => (end = () => reject(ended())));
  return {
    answer: Promise.race([work, cut]),
    async end() {
      isEnded = true;
      end();
      await work.catch(() => undefined);
    },
  };
}

/** Does the work that this thread was started for, with a connection that can't write; called once, by the file that the thread runs. */
export async function doOwnWork<Order, Told>(run: (order: Order, tell: (told: Told) => void) => Promise<unknown>): Promise<void> {
  // What the thread was started with is what `startOwnThread` gave it.
  const { order, databaseUrl } = workerData as { order: Order; databaseUrl: string };
  const say = (message: Message) => parentPort?.postMessage(message);
  try {
    askFromHere();
    await openDatabase(databaseUrl, { readOnly: true });
    const answer = await run(order, (told) => say({ told }));
    await closeDatabase();
    say({ answer });
  } catch (error) {
    say({ problem: error instanceof Error ? error.message : "unknown", code: codeOf(error) });
  }
}
