import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LaneAct, makeLaneActs } from "~/ui/lane-acts";
import { makeSaveLane } from "~/ui/save-lane";
import type { SaveStatus } from "~/ui/saved-indicator";

const saved: SaveStatus = { state: "saved", at: new Date("2022-03-14T08:42:17Z") };
const asked = (wording: string) => [["wording", wording]] as const;

/** A lane with the acts of one form, what reaches the server, and what lies on the device. */
function scene() {
  let second = 0;
  const server: { answer: SaveStatus } = { answer: saved };
  const sent: string[] = [];
  const device = new Map<string, number>();
  const waiting: string[] = [];
  let arrived = 0;
  let shown: readonly LaneAct[] = [];
  const lane = makeSaveLane(
    ({ lost, kept }) => waiting.push(`${kept} of ${lost}`),
    () => new Date(2022, 2, 14, 9, 0, (second += 1)),
  );
  const acts = makeLaneActs({
    lane,
    send: (entries) => {
      if (server.answer.state !== "kept") sent.push(entries[0]?.[1] ?? "");
      return Promise.resolve(server.answer);
    },
    tell: (all) => (shown = all),
    keep: (name, _, since) => {
      device.set(name, since.getSeconds());
      return Promise.resolve(true);
    },
    forget: (name) => Promise.resolve(void device.delete(name)),
    done: () => (arrived += 1),
  });
  const states = () => shown.map(({ name, status }) => `${name} ${status.state}`);
  return { lane, acts, server, sent, device, waiting, states, arrived: () => arrived };
}

describe("what a form was sent for by its button", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("lies on the device until it has arrived, and is then gone", async () => {
    const { acts, sent, device, states, arrived } = scene();
    acts.add("a", asked("Since when?"));
    expect([...device.keys()]).toEqual(["a"]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Since when?"]);
    expect(states()).toEqual([]);
    expect([...device.keys()]).toEqual([]);
    expect(arrived()).toBe(1);
  });

  it("waits without a connection, each for itself, and goes in order when the lane tries again", async () => {
    const { lane, acts, server, sent, device, waiting, states } = scene();
    server.answer = { state: "kept" };
    acts.add("a", asked("Since when?"));
    await vi.runAllTimersAsync();
    acts.add("b", asked("And who?"));
    await vi.runAllTimersAsync();
    expect(states()).toEqual(["a kept", "b kept"]);
    expect(waiting.at(-1)).toBe("2 of 2");
    server.answer = saved;
    lane.again();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Since when?", "And who?"]);
    expect(waiting.at(-1)).toBe("0 of 0");
    expect([...device.keys()]).toEqual([]);
  });

  it("of an earlier visit goes by when it was asked, before what was filled in since", async () => {
    const { lane, acts, sent } = scene();
    lane.since("answer");
    const answer = lane.send("answer", () => {
      sent.push("An answer");
      return Promise.resolve(saved);
    });
    acts.add("kept", asked("Asked yesterday"), new Date(2022, 2, 13));
    await vi.runAllTimersAsync();
    await answer;
    expect(sent).toEqual(["Asked yesterday", "An answer"]);
  });

  it("is taken in once under a name", async () => {
    const { acts, sent } = scene();
    acts.add("a", asked("Since when?"));
    acts.add("a", asked("Since when?"), new Date(2022, 2, 13));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["Since when?"]);
  });

  it("stays in sight and on the device when it is refused, until it is tried again or thrown away", async () => {
    const { acts, server, device, states, waiting } = scene();
    server.answer = { state: "refused" };
    acts.add("a", asked("Since when?"));
    acts.add("b", asked("And who?"));
    await vi.runAllTimersAsync();
    expect(states()).toEqual(["a refused", "b refused"]);
    expect(waiting.at(-1)).toBe("0 of 0");
    acts.drop("a");
    await vi.runAllTimersAsync();
    expect(states()).toEqual(["b refused"]);
    expect([...device.keys()]).toEqual(["b"]);
    server.answer = saved;
    acts.again("b");
    await vi.runAllTimersAsync();
    expect(states()).toEqual([]);
  });
});
