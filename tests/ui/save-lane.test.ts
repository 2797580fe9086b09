import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeSaveLane } from "~/ui/save-lane";
import type { SaveStatus } from "~/ui/saved-indicator";

const saved: SaveStatus = { state: "saved", at: new Date("2022-03-14T08:42:17Z"), version: 2 };
const lost: SaveStatus = { state: "kept" };

/** Forms that are filled in one second after the other, and what reaches the server. */
function scene() {
  let second = 0;
  let online = true;
  const sent: string[] = [];
  const told: string[] = [];
  const lane = makeSaveLane(
    ({ lost: waiting, kept }) => told.push(`${kept} of ${waiting}`),
    () => new Date(2022, 2, 14, 9, 0, (second += 1)),
  );
  const results = new Map<string, SaveStatus>();
  const send = (name: string, answer = saved) =>
    void lane
      .send(name, () => {
        if (online) sent.push(name);
        return Promise.resolve(online ? answer : lost);
      })
      .then((status) => {
        results.set(name, status);
        if (status.state === "kept") lane.kept(name);
      });
  const join = (name: string) => lane.join(name, () => send(name));
  return { lane, send, join, sent, told, results, setOnline: (on: boolean) => (online = on) };
}

describe("the forms of one record", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are sent one after the other, in the order in which they were filled in", async () => {
    const { send, sent, lane } = scene();
    lane.since("b");
    lane.since("a");
    for (const name of ["a", "c", "b"]) send(name);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["b", "a", "c"]);
  });

  it("wait together while there is no connection, and go in order when one is tried again", async () => {
    const { send, sent, join, told, lane, setOnline } = scene();
    for (const name of ["a", "b", "c"]) join(name);
    setOnline(false);
    for (const name of ["c", "a", "b"]) {
      send(name);
      await vi.runAllTimersAsync();
    }
    expect(sent).toEqual([]);
    expect(told.at(-1)).toBe("3 of 3");
    setOnline(true);
    lane.again();
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["c", "a", "b"]);
    expect(told.at(-1)).toBe("0 of 0");
  });

  it("that were lost go after the next one that comes through", async () => {
    const { send, sent, join, setOnline } = scene();
    for (const name of ["a", "b"]) join(name);
    setOnline(false);
    send("a");
    await vi.runAllTimersAsync();
    setOnline(true);
    send("b");
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["b", "a"]);
  });

  it("tell whether they wait for a new session instead of a connection", async () => {
    const told: boolean[] = [];
    const lane = makeSaveLane(
      ({ signedOut }) => told.push(signedOut),
      () => new Date(2022, 2, 14),
    );
    let status: SaveStatus = { state: "signed-out" };
    const send = () => void lane.send("a", () => Promise.resolve(status));
    for (status of [{ state: "signed-out" }, lost, saved] as const) {
      send();
      await vi.runAllTimersAsync();
    }
    expect(told).toEqual([true, false, false]);
  });

  it("stop for no other's conflict", async () => {
    const { send, sent, results, told } = scene();
    send("a", { state: "conflict" });
    send("b");
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "b"]);
    expect(results.get("a")).toEqual({ state: "conflict" });
    expect(told.at(-1)).toBe("0 of 0");
  });
});
