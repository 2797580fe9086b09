import type { Posted } from "~/domain/forms/posted-form";

/** The field in which a place is chosen: each has a name of its own, so that its buttons are one group. */
export function choiceField(at: number): string {
  return `choice-${at}`;
}

/** What was chosen at each place as one list: `choice-0=theirs` becomes `choices=0=theirs`. */
export function gatherChoices(fields: Posted): Posted {
  return fields.map(([name, value]) => {
    const at = /^choice-(\d{1,3})$/.exec(name)?.[1];
    return at === undefined ? [name, value] : ["choices", `${at}=${value}`];
  });
}
