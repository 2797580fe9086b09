/** One act of the history: when, and what is done. */
interface Act {
  at: Date;
  run: (at: Date) => Promise<unknown>;
}

/** The acts of a study in any order; they are done in the order of their times, those of one time as they were added. */
export interface Agenda {
  add: (at: Date, run: Act["run"]) => void;
  /** Several acts on one day, some minutes apart, from the given hour on (UTC); a day that is full runs on. */
  spread: <Item>(day: string, hour: number, items: readonly Item[], run: (item: Item, at: Date) => Promise<unknown>) => void;
  run: () => Promise<number>;
}

const minute = 60_000;

/** The moment of a day at an hour and minute, UTC. */
export const moment = (day: string, hour: number, minutes = 0) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minutes) * minute);

const day = 24 * 60 * minute;
const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay());

/** The day that lies so many working days after another. */
export function dayAfter(from: string, workingDays: number): string {
  let time = Date.parse(`${from}T12:00:00Z`);
  for (let left = workingDays; left > 0;) {
    time += day;
    if (!isWeekend(time)) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}

export function newAgenda(): Agenda {
  const acts: Act[] = [];
  const add: Agenda["add"] = (at, run) => void acts.push({ at, run });
  return {
    add,
    spread: (on, hour, items, run) => {
      items.forEach((item, place) =>
        add(new Date(moment(on, hour).getTime() + place * 2 * minute + ((place * 37) % 60) * 1000), (at) => run(item, at)),
      );
    },
    run: async () => {
      for (const { at, run } of acts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) await run(at);
      return acts.length;
    },
  };
}
