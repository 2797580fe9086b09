import { beforeEach, describe, expect, it } from "vitest";
import { afterCommit } from "~/platform/after-commit.server";
import type { Committed } from "~/platform/after-commit.server";
import { asEvents, change } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { db, operate } from "~/platform/db.server";
import { listEvents } from "~/platform/trail.server";
import { as, loadCast, startOfStory } from "../cast";
import type { Cast } from "../cast";
import { useDatabase } from "../support/database";
import { rename, touch } from "../support/story";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let chain: string;
let first: number;

const eventsOf = (of: string) => db.event.findMany({ where: { chain: of }, orderBy: { seq: "asc" } });

beforeEach(async () => {
  cast = await loadCast();
  chain = cast.assessment.id;
  first = (await eventsOf(chain)).length;
});

describe("a change", () => {
  it("writes the record, its version and its event together", async () => {
    await rename(as(cast.lead), chain, "New title", 1);
    expect(await db.assessment.findUnique({ where: { id: chain } })).toMatchObject({ title: "New title", version: 2 });
    const { events } = await listEvents(db, { chain, limit: 1 });
    expect(events[0]).toMatchObject({
      ...{ seq: first + 1, action: "assessment.change", label: "cast-study", change: { title: { before: null, after: "New title" } } },
      by: { kind: "user", id: cast.lead.id, name: "Lotte van Leiden", role: "lead" },
      subject: { type: "assessment", id: chain, version: 2 },
    });
    const version = await db.version.findFirstOrThrow({ where: { recordId: chain } });
    const detail = await db.eventDetail.findUniqueOrThrow({ where: { chain_seq_part: { chain, seq: first + 1, part: "change" } } });
    expect(version).toMatchObject({ number: 2, body: '{"title":"New title"}', byId: cast.lead.id });
    expect(JSON.parse(detail.body)).toMatchObject({ records: [{ kind: "assessment", id: chain, version: 2, digest: version.digest }] });
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });

  it("writes nothing and harms no other when it fails", async () => {
    const failing = change({ ...as(cast.lead), chain }, async (tx) => {
      await tx.assessment.updateMany({ where: { id: chain }, data: { title: "lost" } });
      throw new Error("no");
    });
    const outcomes = await Promise.allSettled([touch(as(cast.lead), chain), failing, touch(as(cast.lead), chain)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await db.assessment.findUniqueOrThrow({ where: { id: chain } })).title).not.toBe("lost");
    expect(await eventsOf(chain)).toHaveLength(first + 2);
  });

  it("of fifty at once leaves fifty events without a gap", async () => {
    await Promise.all(Array.from({ length: 50 }, () => touch(as(cast.lead), chain)));
    const events = await eventsOf(chain);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: first + 50 }, (_, index) => index + 1));
    expect(events.at(-1)?.subjectVersion).toBe(51);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact", reason: null });
  });

  it("of fifty that read the same version is done once", async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => rename(as(cast.lead), chain, `Title ${n}`, 1)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await eventsOf(chain)).toHaveLength(first + 1);
  });

  it("that changed nothing leaves no event", async () => {
    const result = await change({ ...as(cast.lead), chain }, () => Promise.resolve({ result: 7, event: "nothing changed" as const }));
    expect(result).toBe(7);
    expect(await eventsOf(chain)).toHaveLength(first);
  });

  it("in bulk tells one event per subject, consecutively; an empty list tells nothing", async () => {
    const told = [1, 2, 3].map(
      (n) =>
        ({
          action: "member.remove",
          subject: { type: "member", id: `m${n}`, version: n },
          label: `M${n}`,
          change: { role: "lead" },
        }) as const,
    );
    await change({ ...as(cast.lead), chain }, () => Promise.resolve({ result: null, event: asEvents(told) }));
    await change({ ...as(cast.lead), chain }, () => Promise.resolve({ result: null, event: asEvents([]) }));
    expect((await eventsOf(chain)).slice(first).map(({ seq, subjectId }) => [seq, subjectId])).toEqual([
      [first + 1, "m1"],
      [first + 2, "m2"],
      [first + 3, "m3"],
    ]);
  });
});

describe("a change is refused", () => {
  it("inside another change, and so is an operational write", async () => {
    const nested = change({ ...as(cast.lead), chain }, async () => ({
      result: await touch(as(cast.lead), chain),
      event: "nothing changed",
    }));
    await expect(nested).rejects.toThrow("A change inside a change");
    const within = change({ ...as(cast.lead), chain }, async () => ({
      result: await operate(() => Promise.resolve(1)),
      event: "nothing changed",
    }));
    await expect(within).rejects.toThrow("A change inside a change");
    expect(await touch(as(cast.lead), chain)).toBe(2);
  });

  it("on a chain that isn't there", async () => {
    await expect(touch(as(cast.lead), cast.lead.id)).rejects.toThrow();
    const elsewhere = change({ ...as(cast.lead), chain: cast.lead.id }, () =>
      Promise.resolve({
        result: 1,
        event: { action: "protocol.freeze", subject: { type: "protocol", id: "p", version: 1 }, label: "", change: { digest: "d" } },
      }),
    );
    await expect(elsewhere).rejects.toThrow("There is no chain");
  });

  it("when its event belongs on another chain", async () => {
    const subject = { type: "user", id: cast.lead.id, version: 1 } as const;
    const astray = change({ ...as(cast.lead), chain }, () =>
      Promise.resolve({ result: 1, event: { action: "session.sign-in", subject, label: "", change: {} } }),
    );
    await expect(astray).rejects.toThrow("doesn't belong on the chain");
  });

  it("when its event has a detail that its action doesn't have", async () => {
    const astray = change({ ...as(cast.lead), chain }, async (tx) => {
      await tx.assessment.updateMany({ where: { id: chain }, data: { title: "lost" } });
      const told = { digest: "d", note: "x" };
      return {
        result: 1,
        event: { action: "protocol.freeze", subject: { type: "protocol", id: "p", version: 1 }, label: "", change: told },
      };
    });
    await expect(astray).rejects.toThrow(/note/u);
    expect((await db.assessment.findUniqueOrThrow({ where: { id: chain } })).title).not.toBe("lost");
  });
});

describe("a change on two chains", () => {
  it("tells each event on its own chain", async () => {
    const installation = (await eventsOf("installation")).length;
    await change({ ...as(cast.lead), chain: ["installation", chain] }, () =>
      Promise.resolve({
        result: null,
        event: [
          { action: "user.reactivate", subject: { type: "user", id: cast.reviewer.id, version: 2 }, label: cast.reviewer.name, change: {} },
          { action: "member.change", subject: { type: "member", id: "m", version: 2 }, label: "M", change: {} },
        ],
      }),
    );
    expect((await eventsOf("installation")).slice(installation).map(({ action }) => action)).toEqual(["user.reactivate"]);
    expect((await eventsOf(chain)).slice(first).map(({ action }) => action)).toEqual(["member.change"]);
  });
});

describe("around a change", () => {
  it("time never runs back in a chain", async () => {
    await touch(as(cast.lead, new Date("2026-10-01T10:00:00.000Z")), chain);
    await touch(as(cast.lead, startOfStory), chain);
    expect((await eventsOf(chain)).slice(first).map(({ at }) => at)).toEqual(["2026-10-01T10:00:00.000Z", "2026-10-01T10:00:00.000Z"]);
  });

  it("listeners hear after the commit which chain got how far, and one that fails harms nothing", async () => {
    const heard: Committed[] = [];
    const warned = new Promise<Error>((resolve) => process.once("warning", resolve));
    const stop = [
      afterCommit(() => {
        throw new Error("broken listener");
      }),
      afterCommit((committed) => heard.push(committed)),
    ];
    await touch(as(cast.lead), chain);
    await change({ ...as(cast.lead), chain }, () => Promise.resolve({ result: 1, event: "nothing changed" as const }));
    stop.forEach((end) => end());
    expect(heard).toEqual([{ chain, seq: first + 1 }]);
    expect((await warned).message).toBe("broken listener");
  });

  it("a number of a code is never given twice, also when a change is undone", async () => {
    const take = (fail: boolean) =>
      change({ ...as(cast.lead), chain }, async (tx) => {
        const number = await nextNumber(tx, chain, "interview");
        if (fail) throw new Error("no");
        return { result: number, event: "nothing changed" };
      });
    expect(await take(false)).toBe(1);
    await expect(take(true)).rejects.toThrow("no");
    expect(await Promise.all([take(false), take(false)])).toEqual([2, 3]);
  });
});
