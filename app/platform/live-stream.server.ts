import { listen, type Listener } from "./live-hub.server";

/** A browser that lost the stream asks for it again after so many milliseconds. */
const retry = 5000;

/** The number of the event that a page has seen last: of the stream that it lost, or of its own reading; null = unknown. */
function seenBy(request: Request): number | null {
  const text = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since") ?? "";
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

/** A stream of server-sent events for one page, until it leaves, its person may not listen any more, or the server stops. */
export async function liveStream(request: Request, who: Omit<Listener, "send" | "end">): Promise<Response> {
  const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" };
  if (request.method === "HEAD") return new Response(null, { headers });
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const waiting = [`retry: ${retry}\n\n`];
  const listener: Listener = {
    ...who,
    send: (text) => void (controller ? controller.enqueue(encoder.encode(text)) : waiting.push(text)),
    end: () => {
      controller?.close();
      controller = null;
    },
  };
  const leave = await listen(listener, seenBy(request));
  const body = new ReadableStream<Uint8Array>({
    start: (own) => {
      controller = own;
      for (const text of waiting) own.enqueue(encoder.encode(text));
    },
    cancel: () => {
      controller = null;
      leave();
    },
  });
  request.signal.addEventListener("abort", leave, { once: true });
  if (request.signal.aborted) leave();
  return new Response(body, { headers });
}
