import { redirect } from "@remix-run/node";
import type { Entries } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, type FormRecord } from "~/platform/overtaken.server";

/** The lines of a list that is typed one to a line. */
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Keeps a form, and leads to the page where it is seen; `null` as record = nothing typed can be lost to another. */
export async function done(
  context: ChangeContext,
  path: string,
  mine: Entries,
  record: FormRecord | null | (() => Promise<FormRecord>),
  run: () => Promise<unknown>,
): Promise<Response | FormAnswer> {
  return (await answerForm(db, context, { mine, record }, run)) ?? redirect(path);
}
