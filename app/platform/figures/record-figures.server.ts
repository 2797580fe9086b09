import { amountsOf } from "~/domain/actors/figures";
import { groupBy } from "~/domain/evidence/graph";
import { figureKey, type Figure } from "~/domain/figures/catalogue";
import { answerSchema } from "~/domain/forms/answer-schema";
import { formFields } from "~/domain/forms/form-field";
import type { Db } from "../db.server";
import type { FigureStudy } from "../figures.server";
import { listNamedOnly } from "../named-actors.server";
import { readFlow } from "../screening-flow.server";

/** How many actors are assessed; those that others only name are not counted. */
export async function actorFigures(db: Db, { assessment }: FigureStudy): Promise<Figure[]> {
  const named = await listNamedOnly(db, assessment.id);
  const actors = await db.actor.count({ where: { assessmentId: assessment.id, archivedAt: null } });
  return [{ of: figureKey("actors"), name: "actors", about: [], value: { is: "count", value: actors - named.size } }];
}

/** How many sources there are, and how many the screening left in where there is one. */
export async function sourceFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const all = await db.source.count({ where: { assessmentId: assessment.id, archivedAt: null } });
  const read = await readFlow(db, assessment.id, protocol);
  const included: Figure[] = read
    ? [{ of: figureKey("sources-included"), name: "sources-included", about: [], value: { is: "count", value: read.flow.included } }]
    : [];
  return [{ of: figureKey("sources"), name: "sources", about: [], value: { is: "count", value: all } }, ...included];
}

/** What the amounts of a fact add up to over all actors, by year and currency; amounts of different years or currencies are never added. */
export async function factFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const rows = await db.actorFact.findMany({
    where: { assessmentId: assessment.id, archivedAt: null, value: { not: null }, actor: { archivedAt: null } },
    select: { field: true, value: true, asOf: true },
  });
  const scales = { scales: protocol.scales ?? [] };
  return formFields(protocol.actorFacts ?? []).flatMap((field) => {
    const schema = answerSchema(field.answer, scales);
    const amounts = rows.flatMap(({ field: name, value, asOf }) => {
      const parsed = name === field.name && value !== null ? schema.safeParse(JSON.parse(value)) : null;
      if (!parsed?.success) return [];
      return amountsOf({ field: name, value: parsed.data, asOf }, field);
    });
    return totalsOf(field.name, field.label, amounts);
  });
}

function totalsOf(
  field: string,
  label: Figure["about"][number],
  amounts: readonly { year: string | null; currency: string; amount: number }[],
) {
  const groups = groupBy(amounts, ({ year, currency }) => `${year ?? "undated"}:${currency}`);
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([key, found]): Figure => {
      const [year = "", currency = ""] = key.split(":");
      const value = found.reduce((sum, { amount }) => sum + amount, 0);
      return {
        of: figureKey("fact-total", field, year, currency),
        name: "fact-total",
        about: [label, year === "undated" ? "–" : year, currency],
        value: { is: "money", value: Math.round(value * 100) / 100, currency },
      };
    });
}
