import { factFields } from "~/domain/actors/fact";
import { figureFields } from "~/domain/actors/figures";
import { registerFilterFrom, registerSortKeys } from "~/domain/actors/register";
import type { Db } from "~/platform/db.server";
import { sortingFrom } from "~/ui/data-table";
import type { RegisterStudy } from "./register-study";
import { readRegister } from "./read-register.server";

const mostOnPage = 200;

/** What the query string asks of the register: narrowed, ordered and all of it. */
export function askedOfRegister({ protocol }: Pick<RegisterStudy, "protocol">, query: URLSearchParams) {
  const { numbers } = figureFields(factFields(protocol));
  const sorting = sortingFrom(query, registerSortKeys(numbers.length), { key: "code", descending: false });
  return { filter: registerFilterFrom(query), sorting };
}

/** One page of the register: 200 rows after those before it. */
export async function pageOfRegister(db: Db, study: RegisterStudy, query: URLSearchParams) {
  const { filter, sorting } = askedOfRegister(study, query);
  const { rows, ...register } = await readRegister(db, study, filter, sorting);
  const asked = Number(query.get("after") ?? 0);
  const after = Number.isSafeInteger(asked) && asked > 0 && asked < rows.length ? asked : 0;
  const at = (place: number) => {
    const other = new URLSearchParams(query);
    other.delete("after");
    if (place > 0) other.set("after", String(place));
    return `?${other}`;
  };
  const next = after + mostOnPage;
  const narrowed = new URLSearchParams(query);
  narrowed.delete("after");
  return {
    register: { ...register, rows: rows.slice(after, next), fitting: rows.length },
    ...{ filter, sorting },
    query: narrowed.toString(),
    pages: { older: next < rows.length ? at(next) : undefined, newer: after > 0 ? at(0) : undefined },
  };
}
