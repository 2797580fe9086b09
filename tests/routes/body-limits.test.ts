import { open } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { keepsPace, largestBody, pace } from "~/platform/body-limits.server";
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
