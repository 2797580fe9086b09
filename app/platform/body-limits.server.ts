import type { IncomingMessage, ServerResponse } from "node:http";
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

/** Ends a request that does not arrive in time, or no longer fast enough; what it had brought is thrown away by who was reading it. */
export function watchPace(request: IncomingMessage, response: ServerResponse, path: string): void {
  let read = request.socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer);
    const now = request.socket.bytesRead;
    if (keepsPace(path, read, now)) read = now;
    else request.socket.destroy();
  }, pace.ms).unref();
  response.on("close", () => clearInterval(timer));
}
