import { describe, expect, it } from "vitest";
import { commitment, eventHash, firstPrev, nextAt, writeEventBody } from "~/domain/trail/format";
import { readEventBody } from "~/domain/trail/verify-event";
import { hashing } from "~/platform/sha256.server";

const installation = "00000000-0000-7000-8000-000000000001";

describe("the format of the trail", () => {
  it("begins a chain as the published vector says", () => {
    expect(firstPrev(hashing, installation, "installation")).toBe("75c6965e7e963e3d9b74891a07caf7214f6dfdd59942aeaf980da3aa311673ab");
  });

  it("commits to a detail as the published vector says", () => {
    const body = '{"name":"Noor Bakker","role":"researcher"}';
    expect(commitment(hashing, "00".repeat(32), "by", body)).toBe("1d6eaab2a4db362411c3e512bdddf5ac57633e704b4170653dea8be9cb0a47b6");
  });

  it("hashes the body behind its own prefix", () => {
    expect(eventHash(hashing, "x")).toBe(hashing.sha256("grondslag.event.v1\nx"));
    expect(eventHash(hashing, "x")).not.toBe(eventHash(hashing, "y"));
  });

  it("never lets time run back in a chain", () => {
    const now = new Date("2026-11-24T06:30:00.123Z");
    expect(nextAt(now, null)).toBe("2026-11-24T06:30:00.123Z");
    expect(nextAt(now, "2026-11-24T06:30:00.122Z")).toBe("2026-11-24T06:30:00.123Z");
    expect(nextAt(now, "2026-11-24T07:00:00.000Z")).toBe("2026-11-24T07:00:00.000Z");
  });
});

const body = {
  action: "section.sign-off",
  at: "2026-11-24T06:30:00.123Z",
  by: { id: "u", kind: "user" },
  chain: "c",
  details: { label: "aa", by: "bb", change: "cc" },
  id: 'e"\u2028é',
  prev: "00",
  request: "r",
  seq: 42,
  subject: { type: "section", id: "s", version: 7 },
  v: 1,
} as const;

describe("the body of an event", () => {
  it("is written with sorted keys and read back only so", () => {
    const text = writeEventBody(body);
    expect(
      text.startsWith(
        '{"action":"section.sign-off","at":"2026-11-24T06:30:00.123Z","by":{"id":"u","kind":"user"},"chain":"c","details":{"by"',
      ),
    ).toBe(true);
    expect(readEventBody(text)).toEqual(body);
  });

  it.each([
    ["spaces", (text: string) => text.replace(":", ": ")],
    ["another order", (text: string) => text.replace('"id":"s","type":"section"', '"type":"section","id":"s"')],
    ["a key more", (text: string) => text.replace('"v":1', '"v":1,"x":1')],
    ["a number as text", (text: string) => text.replace('"seq":42', '"seq":"42"')],
    ["no JSON", () => "{"],
  ])("is not canonical with %s", (_, spoil) => {
    expect(readEventBody(spoil(writeEventBody(body)))).toBeNull();
  });
});
