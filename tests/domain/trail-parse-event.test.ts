import { describe, expect, it } from "vitest";
import type { AuditEvent } from "~/domain/audit";
import { actions } from "~/domain/audit";
import { digestLongValues, parseEvent } from "~/domain/audit/parse-event";
import { sha256 } from "~/platform/sha256.server";

const subject = { type: "user", id: "u1", version: 1 } as const;
const event: AuditEvent = {
  action: "user.set-language",
  subject,
  label: "Noor Bakker",
  change: { language: { before: "nl", after: "en" } },
};

describe("an event is parsed before it is written", () => {
  it("passes with exactly the details of its action, and is about the account's person", () => {
    expect(parseEvent(event)).toEqual({ ...event, about: "u1" });
  });

  it.each([
    ["a misspelt detail", { ...event, change: { langauge: { before: "nl", after: "en" } } }],
    ["a detail too many", { ...event, change: { language: { before: "nl", after: "en" }, password: "x" } }],
    ["a detail of another action", { ...event, change: { minutes: 15 } }],
    ["an unknown action", { ...event, action: "user.set-langauge" }],
    ["an action that every object has", { ...event, action: "toString" }],
    ["another kind of subject", { ...event, subject: { ...subject, type: "assessment" } }],
    ["no id", { ...event, subject: { ...subject, id: "" } }],
    ["a field beside its own", { ...event, ip: "127.0.0.1" }],
  ])("is refused with %s", (_, wrong) => {
    // The compiler refuses most of these; what it lets through is refused here.
    expect(() => parseEvent(wrong as unknown as AuditEvent)).toThrow();
  });

  it("leaves out an optional field that is undefined", () => {
    const told = { action: "user.change", subject, label: "x", change: { name: undefined, mayStart: { before: false, after: true } } };
    expect(parseEvent(told as unknown as AuditEvent).change).toEqual({ mayStart: { before: false, after: true } });
  });

  it("no action names a detail `records`, which is where the digests of the records stand", () => {
    const named = Object.values(actions).flatMap(({ change }) => ("shape" in change ? Object.keys(change.shape) : []));
    expect(named.length).toBeGreaterThan(10);
    expect(named).not.toContain("records");
  });
});

describe("a value over 2 KiB", () => {
  const long = "é".repeat(1025); // 2,050 bytes
  it("is replaced by its digest, its size and the version that holds it", () => {
    const change = digestLongValues({ text: { before: long, after: "short" }, note: long, list: ["a"] }, 7, sha256);
    const digest = { sha256: sha256(long), bytes: 2050 };
    expect(change).toEqual({ text: { before: { ...digest, version: 6 }, after: "short" }, note: { ...digest, version: 7 }, list: ["a"] });
  });

  it("stays as it is at 2 KiB exactly", () => {
    const just = "é".repeat(1024);
    expect(digestLongValues({ note: just }, 1, sha256)).toEqual({ note: just });
  });
});
