import { currentDatabase, type Dialect, type NewRow, type RawTx, type Tx } from "./db.server";
import { nextTurn } from "./queue.server";

/** How many rows one statement adds: few enough that no page waits for it. */
const atOnce = 50;

/**
 * Adds rows to a table of which many are added at once, some in each statement, so that others have their turn in between. The rows travel as one JSON text:
 * `createMany` binds every value by itself, which takes several times as long as the database needs. Refuses rows that don't fill the same columns.
 */
export async function insertRows<Table extends keyof NewRow>(tx: Tx, table: Table, rows: readonly NewRow[Table][]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const fits = (row: object) => Object.keys(row).length === columns.length && columns.every((column) => column in row);
  if (!rows.every(fits)) throw new Error(`The rows for ${table} don't fill the same columns.`);
  const { dialect } = currentDatabase();
  const sql = statementOf(dialect, table, columns);
  // A Tx is the transaction itself: its type only shows less of it.
  const raw = tx as unknown as RawTx;
  for (let from = 0; from < rows.length; from += atOnce) {
    if (from > 0) await nextTurn();
    await raw.$executeRawUnsafe(sql, JSON.stringify(rows.slice(from, from + atOnce).map((row) => storable(row, columns, dialect))));
  }
}

function statementOf(dialect: Dialect, table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(", ");
  if (dialect === "postgresql")
    return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
  return `INSERT INTO "${table}" (${names}) SELECT ${columns.map((_, place) => `"value" ->> ${place}`).join(", ")} FROM json_each(?)`;
}

/** A row as its statement reads it: by place, or by name. A column that is missing breaks the statement or is refused by the table. */
function storable(row: object, columns: readonly string[], dialect: Dialect): unknown {
  const values = columns.map((column) => stored(Reflect.get(row, column), dialect));
  return dialect === "sqlite" ? values : Object.fromEntries(columns.map((column, place) => [column, values[place]]));
}

/** A moment as Prisma's adapter writes it; any other value as it is. */
function stored(value: unknown, dialect: Dialect): unknown {
  if (!(value instanceof Date)) return value;
  return dialect === "sqlite" ? value.toISOString().replace("Z", "+00:00") : value.toISOString();
}
