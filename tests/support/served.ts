import { request as send, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { symbols } from "pino";
import { vi } from "vitest";
import { createHttpApp } from "~/platform/http-app.server";
import { log } from "~/platform/log.server";
import { sourceBuild } from "./source-build";

const origin = "http://localhost:3000";

/** What the server sent: the whole of it, with its headers. */
export interface Sent {
  status: number;
  headers: Record<string, unknown>;
  body: Uint8Array;
}

/** The program as people reach it. */
export interface Served {
  /** Asks for an address with a cookie; with a form it is posted, as a page of the program does. */
  ask(path: string, cookie: string, form?: Readonly<Record<string, string>>): Promise<Sent>;
  /** The same for what a browser has kept under a tag. */
  askAgain(path: string, cookie: string, tag: string): Promise<Sent>;
  close(): Promise<void>;
}

/** Serves the program from its sources on a port of its own: with everything around it, and every page rendered. */
export async function serve(): Promise<Served> {
  const build = await sourceBuild();
  const assets = new URL("../../public", import.meta.url).pathname;
  const server = createHttpApp({ build: () => Promise.resolve(build), assets }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    ask: (path, cookie, form) => ask(server, path, { cookie }, form),
    askAgain: (path, cookie, tag) => ask(server, path, { cookie, "if-none-match": tag }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function ask(server: Server, path: string, own: Record<string, string>, form?: Readonly<Record<string, string>>): Promise<Sent> {
  const { port } = server.address() as AddressInfo;
  const body = form && new URLSearchParams(form).toString();
  const posted = { origin, "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body ?? "") };
  const headers = { host: new URL(origin).host, accept: "text/html", ...own, ...(body !== undefined && posted) };
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const sent = send({ port, host: "127.0.0.1", path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Writes down every line that the program logs from here on, whatever its level, and keeps it from the output; read it when needed. */
export function logLines(): readonly string[] {
  const lines: string[] = [];
  const logger = log() as unknown as Record<symbol, { write(line: string): unknown }>; // where pino keeps what it writes to
  const stream = logger[symbols.streamSym];
  if (!stream) throw new Error("The log writes nowhere.");
  log().level = "trace";
  vi.spyOn(stream, "write").mockImplementation((line) => lines.push(line));
  return lines;
}
