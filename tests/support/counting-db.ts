import type { Db } from "~/platform/db.server";

/** A reader that counts what is asked of it; the answers are those of the reader that it is made from. */
function countingDb(db: Db): { db: Db; asked: () => number } {
  let asked = 0;
  const counted = new Proxy(db, {
    get(target, model, receiver) {
      const table: unknown = Reflect.get(target, model, receiver);
      if (typeof table !== "object" || table === null) return table;
      return new Proxy(table, {
        get(methods, name) {
          const method: unknown = Reflect.get(methods, name);
          if (typeof method !== "function") return method;
          return (...args: unknown[]) => {
            asked += 1;
            return Reflect.apply(method, methods, args) as unknown;
          };
        },
      });
    },
  });
  return { db: counted, asked: () => asked };
}

/** How many questions a run puts to the database. */
export async function queriesOf(db: Db, run: (db: Db) => Promise<unknown>): Promise<number> {
  const counting = countingDb(db);
  await run(counting.db);
  return counting.asked();
}
