import { describe, expect, it } from "vitest";
import { newId } from "~/platform/ids.server";

const at = new Date("2026-11-24T06:30:00.123Z");

describe("a new id", () => {
  it("is a UUID of version 7 that begins with the time", () => {
    expect(newId(at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(Number.parseInt(newId(at).replaceAll("-", "").slice(0, 12), 16)).toBe(at.getTime());
  });

  it("sorts by time and is never the same", () => {
    expect(newId(at) < newId(new Date(at.getTime() + 1))).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, () => newId(at))).size).toBe(1000);
  });
});
