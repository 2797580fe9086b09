import { parentPort, type Worker } from "node:worker_threads";

/** A question of a thread to the one that started it. */
export interface Question {
  asked: number;
  what: string;
  question: unknown;
}

/** What a question is answered with: the answer, or a message of what went wrong. */
export type Reply = { asked: number; answer: unknown } | { asked: number; problem: string };

/** What answers the questions of a thread, by their names. */
export type Answers = Readonly<Record<string, (question: never) => Promise<unknown>>>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

let waiting: Map<number, Waiting> | null = null;
let questions = 0;

/** Lets this thread ask the one that started it; called once, by the file that the thread runs. */
export function askFromHere(): void {
  const open = new Map<number, Waiting>();
  waiting = open;
  parentPort?.on("message", (reply: Reply) => {
    const one = open.get(reply.asked);
    open.delete(reply.asked);
    if ("answer" in reply) one?.resolve(reply.answer);
    else one?.reject(new Error(reply.problem));
  });
}

/** Asks the thread that started this one, which keeps what costs much to make; null where nobody can be asked. */
export function askStarter(what: string, question: unknown): Promise<unknown> | null {
  const open = waiting;
  if (!open) return null;
  return new Promise((resolve, reject) => {
    questions += 1;
    open.set(questions, { resolve, reject });
    parentPort?.postMessage({ asked: questions, what, question } satisfies Question);
  });
}

/** Answers a question of a thread that was started here. */
export async function answerQuestion(worker: Worker, answers: Answers, { asked, what, question }: Question): Promise<void> {
  try {
    // Both sides of the thread are one program: the name says what is asked and what comes back.
    const answer = await answers[what]?.(question as never);
    worker.postMessage({ asked, answer } satisfies Reply);
  } catch (error) {
    worker.postMessage({ asked, problem: error instanceof Error ? error.message : "unknown" } satisfies Reply);
  }
}
