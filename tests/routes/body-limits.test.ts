import { once } from "node:events";
import { open } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import { keepsPace, largestBody, pace, watchBody } from "~/platform/body-limits.server";
import { storageTrouble } from "~/platform/files.server";

const megabyte = 1024 * 1024;

describe("the largest body", () => {
  it.each<[string, number]>([
    ["/assessments/x/attachments/new", 201],
    ["/assessments/x/attachments/new.data", 201],
    ["/assessments/x/attachments/1/change", 26],
    ["/assessments/x/y/attachments/new", 26],
    ["/assessments/new", 26],
    ["/", 26],
  ])("of %s is %d MB", (path, size) => expect(largestBody(path)).toBe(size * megabyte));
});

describe("the pace of a request that still arrives", () => {
  const upload = "/assessments/x/attachments/new";
  it.each<[string, number, number, boolean]>([
    [upload, 0, pace.bytes, true],
    [upload, 5 * megabyte, 5 * megabyte + pace.bytes - 1, false],
    ["/assessments/new", 0, 10 * pace.bytes, false],
  ])("of %s, from %d to %d bytes, is kept: %s", (path, before, now, kept) => expect(keepsPace(path, before, now)).toBe(kept));
});

describe("a body that goes on after its request was answered", () => {
  const chunk = (bytes: number) => Buffer.concat([Buffer.from(`${bytes.toString(16)}\r\n`), Buffer.alloc(bytes, "x"), Buffer.from("\r\n")]);
  const early = (_: IncomingMessage, response: ServerResponse) => void response.end("early");

  /** Sends the head of a request and the beginning of its body to a server that answers as given, and tells what it got until it was cut off. */
  async function cutOff(
    head: string,
    body: (write: (bytes: Buffer) => boolean) => void,
    times: Parameters<typeof watchBody>[2],
    answer = early,
  ) {
    const server = createServer((request, response) => {
      watchBody(request, request.url ?? "", times);
      answer(request, response);
    });
    server.requestTimeout = 0;
    await once(server.listen(0, "127.0.0.1"), "listening");
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let got = "";
    socket.setEncoding("utf8").on("data", (text: string) => (got += text));
    socket.on("error", () => undefined); // being cut off is what is waited for
    socket.write(`POST ${head}\r\nHost: localhost\r\n\r\n`);
    const write = (bytes: Buffer) => !socket.destroyed && socket.write(bytes);
    body(write);
    socket.on("drain", () => body(write));
    await new Promise((closed) => socket.on("close", closed));
    const sent = socket.bytesWritten;
    await new Promise((closed) => server.close(closed));
    return { got, sent };
  }
  const soon = { every: 5, within: 50 };
  const later = { every: 5, within: 60_000 };

  it.each([
    ["is never finished", "/assessments/new HTTP/1.1\r\nTransfer-Encoding: chunked"],
    ["said how long it is", "/assessments/new HTTP/1.1\r\nContent-Length: 100000"],
    ["is too slow for a recording", "/assessments/x/attachments/new HTTP/1.1\r\nContent-Length: 100000000"],
  ])("is cut off when it %s", async (_, head) => {
    const { got } = await cutOff(head, (write) => write(head.includes("chunked") ? chunk(1000) : Buffer.alloc(1000, "x")), soon);
    expect(got).toMatch(/^HTTP\/1\.1 200 OK/u);
    expect(got).toContain("early");
  });

  it("is cut off when nobody reads it any more", async () => {
    const stuck = (request: IncomingMessage, response: ServerResponse) =>
      void request.once("data", () => {
        request.pause();
        response.end("early");
      });
    const { got } = await cutOff("/ HTTP/1.1\r\nTransfer-Encoding: chunked", (write) => write(chunk(1000)), soon, stuck);
    expect(got).toContain("early");
  });

  it("is cut off when it brings more than the address takes, however fast", async () => {
    const { sent } = await cutOff(
      "/assessments/new HTTP/1.1\r\nTransfer-Encoding: chunked",
      (write) => {
        while (write(chunk(64 * 1024)));
      },
      later,
    );
    expect(sent).toBeGreaterThan(26 * megabyte);
  });

  it("may end in time when it said that it is too large, so that the answer is seen", async () => {
    const size = 30 * megabyte;
    let left = size;
    const { got, sent } = await cutOff(
      `/assessments/new HTTP/1.1\r\nConnection: close\r\nContent-Length: ${size}`,
      (write) => {
        for (let more = true; left > 0 && more; left -= 65_536) more = write(Buffer.alloc(Math.min(left, 65_536), "x"));
      },
      later,
      (request, response) => void request.resume().on("end", () => response.end("too large")),
    );
    expect(got).toContain("too large");
    expect(sent).toBeGreaterThan(size);
  });
});

describe("a disk that is full", () => {
  it("is told from other errors, as the system tells it", async () => {
    const full = await open("/dev/full", "w");
    const error: unknown = await full.write("x").then(
      () => null,
      (thrown: unknown) => thrown,
    );
    await full.close();
    expect(storageTrouble(error)).toBe(true);
    const absent: unknown = await open("/nowhere/at/all").catch((thrown: unknown) => thrown);
    expect([storageTrouble(absent), storageTrouble(new Error("ENOSPC")), storageTrouble(null)]).toEqual([false, false, false]);
  });
});
