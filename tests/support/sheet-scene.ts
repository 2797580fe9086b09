import { findRatingSheet } from "~/features/ratings/rating-sheet-request.server";
import { ratingSheets } from "~/features/ratings/rating-sheet.server";
import { actorSheets } from "~/features/actors/actor-sheet.server";
import { mapSheet } from "~/features/sheets/map-sheet.server";
import { prepareSheet } from "~/features/sheets/prepare-sheet.server";
import { planDigest, takeSheet } from "~/features/sheets/take-sheet.server";
import { findSheet, readOf } from "~/features/sheets/find-sheet.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { as, type Cast, type Person } from "../cast";
import { hour } from "./interview-scene";
import { judgementProtocol } from "./judgement-protocol";
import { bytesOf } from "./sheet-files";

/** Spreadsheets of actors of the cast's study, in English. */
export const castActors = (cast: Cast): SheetKind =>
  actorSheets({ assessment: { id: cast.assessment.id, languages: ["nl", "en"] }, protocol: judgementProtocol, language: "en" });

/** A spreadsheet that somebody brought in, mapped as its heads say. */
export async function givenSheet(kind: SheetKind, who: Person, content: string | Uint8Array, { settled = true } = {}) {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const made = await prepareSheet(as(who, hour(1)), kind, { name: "actors.csv", bytes, language: "en" });
  const { mapping } = await findSheet(db, kind, who.id, String(made.number));
  if (settled) await mapSheet(as(who, hour(1)), kind, { id: made.id, version: 1, fill: false, language: "en", columns: mapping.columns });
  return { ...made, version: settled ? 2 : 1 };
}

/** What becomes of its rows now. */
export async function planOf(kind: SheetKind, who: Person, number: number) {
  return kind.plan(db, readOf(await findSheet(db, kind, who.id, String(number))));
}

/** Takes it over as its page would show it now. */
export async function takeOver(kind: SheetKind, who: Person, { id, number, version }: { id: string; number: number; version: number }) {
  const plan = planDigest(await planOf(kind, who, number));
  await takeSheet(as(who, hour(2)), kind, { id, version, plan });
}

/** Spreadsheets of somebody's own ratings in a round of the cast's study, by its number. */
export async function ratingsOf(cast: Cast, who: Person, number: number): Promise<SheetKind> {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  const person = await findViewerIfAny(db, who.id, hour(1));
  if (!row || !person) throw new Error("no such study or person");
  const viewer = { ...person, sessionId: "" };
  return ratingSheets(await findRatingSheet(viewer, { ...row, role: "researcher" }, String(number)));
}

/** A spreadsheet of the researcher's ratings with nothing in it but what is judged. */
export async function givenRatingSheet(cast: Cast, number: number) {
  const kind = await ratingsOf(cast, cast.researcher, number);
  return givenSheet(kind, cast.researcher, "Code,Criterion,Value\nO1,K1,\n", { settled: true });
}
