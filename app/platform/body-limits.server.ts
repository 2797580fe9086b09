import type { IncomingMessage } from "node:http";
import { sizeLimits } from "~/domain/files/kinds";

const megabyte = 1024 * 1024;

/** The addresses that take a file as a stream; all others take forms, and files that fit in memory. */
const takesStream = /^\/assessments\/[^/]+\/attachments\/new(\.data)?$/u;

/** The largest body that an address takes, in bytes; forms and uploads have smaller limits of their own. */
export function largestBody(path: string): number {
  return (takesStream.test(path) ? sizeLimits.recording : 25 * megabyte) + megabyte;
}

/** How long a request may take to arrive, and how much of a streamed one has to arrive in every such time. */
export const pace = { ms: 30_000, bytes: megabyte } as const;

/** Does a request go on arriving fast enough? Asked once per time; what was read of its connection is counted from the time before. */
export function keepsPace(path: string, readBefore: number, readNow: number): boolean {
  return takesStream.test(path) && readNow - readBefore >= pace.bytes;
}

/** How often is looked whether more has arrived than an address takes. */
const look = 1000;

/**
 * Ends a request that does not arrive in time, or no longer fast enough, or that brings more than its address takes without having said
 * how much; what it had brought is thrown away by who was reading it. It is watched until all of it has arrived, also when it was
 * answered before: then nobody reads it any more. One that says that it is too large may end in time, for a browser shows the answer
 * only once it has sent what it began.
 */
export function watchBody(
  request: IncomingMessage,
  path: string,
  { every, within }: { every: number; within: number } = { every: look, within: pace.ms },
): void {
  const said = request.headers["content-length"];
  if (said === undefined && request.headers["transfer-encoding"] === undefined) return;
  const { socket } = request;
  const most = largestBody(path);
  const first = socket.bytesRead;
  let [read, due] = [first, performance.now() + within];
  const timer = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(timer);
    const now = socket.bytesRead;
    if (said === undefined && now - first > most) return void socket.destroy();
    if (performance.now() < due) return;
    if (Number(said ?? 0) > most || !keepsPace(path, read, now)) return void socket.destroy();
    [read, due] = [now, due + within];
  }, every).unref();
}
