import { StyleMapping } from "~/domain/house-style/slots";
import { TemplateFacts } from "~/domain/house-style/template";
import { CompileProblem } from "./compile-problem";
import type { Db } from "./db.server";
import type { House } from "./docx/house/house";
import { openTemplate } from "./docx/house/open-template.server";
import { factsOf } from "./docx/house/read-template.server";
import { readStoredBytes } from "./files.server";
import { catchRefusal } from "./refusal.server";

/** The house style of a study that is in use: its template, what was found in that, and which of its styles stand for ours. */
export interface HouseStyleRow {
  id: string;
  number: number;
  fileName: string;
  sha256: string;
  bytes: number;
  facts: TemplateFacts;
  mapping: StyleMapping;
  byId: string;
  at: Date;
  version: number;
}

/** The house style of a study; null where it has the plain style. */
export async function findHouseStyleIfAny(db: Db, assessmentId: string): Promise<HouseStyleRow | null> {
  const row = await db.houseStyle.findFirst({ where: { assessmentId, archivedAt: null }, orderBy: { number: "desc" } });
  if (!row) return null;
  const { id, number, fileName, sha256, bytes, byId, at, version } = row;
  const facts = TemplateFacts.parse(JSON.parse(row.facts));
  return { id, number, fileName, sha256, bytes, facts, mapping: StyleMapping.parse(JSON.parse(row.mapping)), byId, at, version };
}

/** A house style ready to write with; its template is looked into anew, and refused (`CompileProblem`) where it is gone or holds what is refused by now. */
export async function openHouseStyle({ sha256, mapping }: Pick<HouseStyleRow, "sha256" | "mapping">): Promise<House> {
  const stored = await catchRefusal(() => readStoredBytes(sha256), "not-found");
  if (!stored.ok) throw new CompileProblem("house-style", "The template is not in the data folder.");
  const template = await openTemplate(stored.result);
  if (!("parts" in template)) throw new CompileProblem("house-style", "The template is refused.");
  return { template, facts: factsOf(template), mapping };
}
