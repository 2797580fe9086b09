// npm start and npm run dev: serves the program until it is told to stop.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { installGlobals } from "@remix-run/node";
import type { RequestHandler } from "express";
import type * as entry from "./app/entry.server";

/** The server entry of the app, through which everything with a state is reached: so there is one of each. */
type Entry = typeof entry;

interface Program {
  build: () => Promise<ServerBuild>;
  assets: string | RequestHandler;
  close(): Promise<void>;
}

const secondsToFinish = 10;

async function built(): Promise<Program> {
  const file = new URL("./build/server/index.js", import.meta.url);
  if (!existsSync(file)) leave("There is no build yet: run npm run build first.", 2);
  // What `remix vite:build` writes has no types of its own.
  const build = (await import(file.href)) as ServerBuild;
  return {
    build: () => Promise.resolve(build),
    assets: new URL("./build/client", import.meta.url).pathname,
    close: () => Promise.resolve(),
  };
}

async function inDevelopment(server: Server): Promise<Program> {
  const vite = await (
    await import("vite")
  ).createServer({
    appType: "custom",
    server: { middlewareMode: true, hmr: { server } },
  });
  const build = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
  return { build, assets: vite.middlewares, close: () => vite.close() };
}

function leave(sentence: string, code: number): never {
  console.error(sentence);
  process.exit(code);
}

/** No new requests; those under way may finish, for ten seconds. */
async function finish(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), secondsToFinish * 1000);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
  clearTimeout(late);
}

async function serve(): Promise<void> {
  const development = process.argv.includes("--dev");
  process.env["NODE_ENV"] ??= development ? "development" : "production";
  installGlobals({ nativeFetch: true });
  const server = createServer();
  const program = development ? await inDevelopment(server) : await built();
  const { startHouse, createHttpApp } = (await program.build()).entry.module as unknown as Entry;
  const house = await startHouse();
  if ("sentence" in house) leave(house.sentence, house.exitCode);
  const { port, host, origin } = house.settings;
  server.on("request", createHttpApp(program));
  // How long a request may take hangs on what it brings: a recording of an interview has as long as it keeps arriving.
  server.requestTimeout = 0;
  server.headersTimeout = 30_000;
  server.on("error", (error: NodeJS.ErrnoException) =>
    leave(error.code === "EADDRINUSE" ? `PORT ${port} is in use by another program.` : error.message, 2),
  );
  const stop = async () => {
    await house.hush();
    await finish(server);
    await program.close();
    await house.stop();
    process.exit(0);
  };
  server.listen(port, host, () => console.log(`Grondslag runs at ${origin}`));
  // A terminal signals npm and this process, and npm passes it on: the second one changes nothing.
  let stopping: Promise<void> | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void (stopping ??= stop()));
}

await serve();
