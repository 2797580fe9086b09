import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { savedIn } from "~/ui/autosave-request";
import { makeAutosaver } from "~/ui/autosaver";
import type { SaveStatus } from "~/ui/saved-indicator";

const at = new Date("2022-03-14T08:42:17Z");
const saved: SaveStatus = { state: "saved", at, version: 31 };

/** A server whose answers are given by hand, and what the person was told. */
function scene(answers: readonly SaveStatus[]) {
  const told: string[] = [];
  const versions: (number | undefined)[] = [];
  const waiting: ((status: SaveStatus) => void)[] = [];
  const kept = { count: 0, forgotten: 0 };
  let sent = 0;
  const saver = makeAutosaver({
    send() {
      const answer = answers[sent];
      sent += 1;
      return new Promise((resolve) => {
        if (answer) resolve(answer);
        else waiting.push(resolve);
      });
    },
    tell: (status) => {
      told.push(status.state);
      if (status.state === "saving") versions.push(status.version);
    },
    keep: () => (kept.count += 1),
    forget: () => (kept.forgotten += 1),
    delay: 1500,
  });
  return { saver, told, versions, kept, waiting, sent: () => sent };
}

describe("a form that saves by itself", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for quiet, then sends once", async () => {
    const { saver, sent, told } = scene([saved]);
    saver.changed();
    await vi.advanceTimersByTimeAsync(1400);
    saver.changed();
    await vi.advanceTimersByTimeAsync(1499);
    expect(sent()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toBe(1);
    expect(told).toEqual(["saving", "saved"]);
  });

  it("tells the version that was kept with what is sent next, since nothing shows it as saved in between", async () => {
    const { saver, waiting, told, versions } = scene([]);
    saver.changed();
    saver.flush();
    saver.changed();
    waiting[0]?.(saved);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["saving", "saving"]);
    expect(versions).toEqual([undefined, 31]);
  });

  it("sends at once when a field is left, and nothing when nothing was changed", async () => {
    const { saver, sent } = scene([saved, saved]);
    saver.flush();
    saver.changed();
    saver.flush();
    saver.flush();
    await vi.runAllTimersAsync();
    expect(sent()).toBe(1);
  });

  it("sends what was typed meanwhile after the answer, never beside it", async () => {
    const { saver, sent, waiting, told, kept } = scene([]);
    saver.changed();
    saver.flush();
    saver.changed();
    saver.flush();
    expect(sent()).toBe(1);
    waiting[0]?.(saved);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent()).toBe(2);
    waiting[1]?.(saved);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["saving", "saving", "saved"]);
    expect(kept.forgotten).toBe(1);
  });

  it("sends nothing more once it was overtaken, and keeps what is typed after that", async () => {
    const { saver, sent, told, kept } = scene([{ state: "conflict" }, saved]);
    saver.changed();
    saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    saver.changed();
    saver.flush();
    await vi.runAllTimersAsync();
    expect(sent()).toBe(1);
    expect(told).toEqual(["saving", "conflict"]);
    expect(kept.count).toBe(2);
  });

  it.each([["kept"], ["refused"], ["signed-out"]] as const)(
    "keeps the text when it is not saved (%s), and sends it again when asked",
    async (state) => {
      const { saver, sent, told, kept } = scene([{ state }, saved]);
      saver.changed();
      await vi.advanceTimersByTimeAsync(1500);
      expect(kept).toEqual({ count: 1, forgotten: 0 });
      saver.flush();
      await vi.advanceTimersByTimeAsync(0);
      expect(sent()).toBe(2);
      expect(told).toEqual(["saving", state, "saving", "saved"]);
      expect(kept).toEqual({ count: 1, forgotten: 1 });
    },
  );

  it.each([["refused"], ["idle"]] as const)("sends again what was changed while a form was held back (%s)", async (state) => {
    const { saver, sent, told, waiting } = scene([]);
    saver.changed();
    saver.flush();
    saver.changed();
    saver.flush();
    waiting[0]?.({ state });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent()).toBe(2);
    waiting[1]?.(saved);
    await vi.runAllTimersAsync();
    expect(told.at(-1)).toBe("saved");
    expect(told).not.toContain(state);
  });

  it("hands over to the person once what is under way has arrived, and sends nothing more itself", async () => {
    const { saver, sent, waiting } = scene([]);
    saver.changed();
    saver.flush();
    saver.changed();
    let handedOver = false;
    void saver.handOver()?.then(() => (handedOver = true));
    await vi.runAllTimersAsync();
    expect(handedOver).toBe(false);
    waiting[0]?.(saved);
    await vi.runAllTimersAsync();
    expect(handedOver).toBe(true);
    expect(sent()).toBe(1);
    expect(saver.handOver()).toBeNull();
  });

  it("sends nothing after it was stopped", async () => {
    const { saver, sent } = scene([saved]);
    saver.changed();
    saver.stop();
    await vi.runAllTimersAsync();
    expect(sent()).toBe(0);
  });
});

describe("the answer to a save", () => {
  it.each([
    [{ data: { saved: { at, version: 31 } } }, { at, version: 31 }],
    [{ data: { saved: { at: "2022", version: 31 } } }, undefined],
    [{ data: { saved: { at } } }, undefined],
    [{ redirect: "/work", status: 302 }, undefined],
    [null, undefined],
  ])("is read from %j", (value, answer) => {
    expect(savedIn(value)).toEqual(answer);
  });
});
