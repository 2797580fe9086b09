import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enqueue, newQueue, patience } from "~/platform/queue.server";

const turns = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("the queue of changes", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("runs one at a time per lane, in the order asked", async () => {
    const queue = newQueue();
    const told: string[] = [];
    const slow = (name: string) => async () => {
      told.push(`${name} begins`);
      await turns();
      told.push(`${name} ends`);
    };
    await Promise.all([enqueue(queue, ["a"], slow("one")), enqueue(queue, ["a"], slow("two"))]);
    expect(told).toEqual(["one begins", "one ends", "two begins", "two ends"]);
    expect(queue.lanes.size).toBe(0);
  });

  it("lets other lanes go on, and makes one who needs two wait for both", async () => {
    const queue = newQueue();
    const ends: Record<string, () => void> = {};
    const told: string[] = [];
    const start = (name: string, lanes: string[]) =>
      enqueue(queue, lanes, () => {
        told.push(name);
        return new Promise<void>((resolve) => (ends[name] = resolve));
      });
    const all = [start("a", ["a"]), start("b", ["b"]), start("both", ["a", "b"])];
    await turns();
    await turns();
    expect(told).toEqual(["a", "b"]);
    ends["a"]?.();
    await turns();
    expect(told).toEqual(["a", "b"]);
    ends["b"]?.();
    await turns();
    await turns();
    expect(told).toEqual(["a", "b", "both"]);
    ends["both"]?.();
    await Promise.all(all);
  });

  it("goes on after one that failed, and after one that never ends", async () => {
    const queue = newQueue();
    await expect(enqueue(queue, ["a"], () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    void enqueue(queue, ["a"], () => new Promise(() => undefined));
    let done = false;
    const next = enqueue(queue, ["a"], () => Promise.resolve((done = true)));
    await turns();
    await turns();
    vi.advanceTimersByTime(patience);
    await turns();
    expect(done).toBe(false);
    vi.advanceTimersByTime(1000);
    await next;
    expect(done).toBe(true);
  });

  it("refuses one inside another", async () => {
    const queue = newQueue();
    const nested = enqueue(queue, ["a"], () => enqueue(queue, ["b"], () => Promise.resolve(1)));
    await expect(nested).rejects.toThrow("A change inside a change");
  });
});
