import type { StateKey } from "~/domain/states";
import type { FactCheck, FactCheckStatus } from "./status";

/** The word, icon and colour with which a status of the fact check is shown; *not asked* is a state of answers too, so here it is *not sent*. */
export function factCheckState(status: FactCheckStatus): StateKey {
  return status === "not-asked" ? "not-sent" : status;
}

/** The same for where one answer stands: a correction that is being discussed is told as that. */
export function stateOfCheck({ status, discussed }: FactCheck): StateKey {
  return discussed ? "being-discussed" : factCheckState(status);
}
