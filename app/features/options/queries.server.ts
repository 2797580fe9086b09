import { levelFromStored, valueOf } from "~/domain/judgements/value";
import { textIn } from "~/domain/local-text";
import { conditionsOf, heldOptions } from "~/domain/options/conditions";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import { labelOnScale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import type { Person } from "~/domain/permissions";
import type { Language } from "~/domain/tool-language";
import { judgementsSeenBy } from "~/platform/blind.server";
import type { Db } from "~/platform/db.server";
import { listGrounds } from "~/platform/grounds.server";
import { refuse } from "~/platform/refusal.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import { listTranslations } from "~/platform/translations.server";

/** Who looks at which study, in which language. */
export interface OptionStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** The points of all options, or of one, each with its translations and grounds. A constant number of queries. */
async function listPoints(db: Db, study: OptionStudy, option?: string) {
  const rows = await db.optionPoint.findMany({
    where: { assessmentId: study.assessment.id, archivedAt: null, ...(option !== undefined && { option }) },
    select: { id: true, option: true, criterion: true, number: true, side: true, text: true, language: true, version: true },
    orderBy: [{ option: "asc" }, { number: "asc" }],
  });
  const translations = await listTranslations(db, "option-point", "text", new Map(rows.map(({ id, text }) => [id, text])));
  const grounds = await listGrounds(
    db,
    study,
    "option-point",
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    translations: translations.get(row.id) ?? [],
    grounds: (grounds.get(row.id) ?? []).map((one) => showEvidence(one, study.language, study.assessment.languages)),
  }));
}

/** A point for or against an option, as pages show it. */
export type ShownPoint = Awaited<ReturnType<typeof listPoints>>[number];

/** The level that is agreed of each option on each criterion, by `option/criterion`: reconciled, or that of the only rater of an open round. */
async function listLevels(db: Db, { assessment, protocol, language }: OptionStudy): Promise<Map<string, string>> {
  const rows = await db.judgement.findMany({
    where: { assessmentId: assessment.id, subjectKind: "option", ...judgementsSeenBy(null) },
    select: {
      subjectId: true,
      criterion: true,
      rater: true,
      level: true,
      without: true,
      round: { select: { raters: { where: { replacedAt: null }, select: { id: true } } } },
    },
  });
  const agreed = rows.filter(({ rater, round }) => rater === "reconciled" || round.raters.length === 1);
  return new Map(
    agreed.flatMap((row) => {
      const value = valueOf({ level: levelFromStored(row.level), without: row.without });
      const scale = scaleOf(protocol, row.criterion);
      const label = scale && value !== null ? labelOnScale(scale, value) : null;
      return value === null
        ? []
        : [[`${row.subjectId}/${row.criterion}`, label ? textIn(label, language, assessment.languages) : String(value)]];
    }),
  );
}

/** One option with its points by criterion. Refuses a code that the protocol does not have. */
export async function findOptionByCode(db: Db, study: OptionStudy, code: string | undefined) {
  const { protocol, language, assessment } = study;
  const option = protocol.options?.find((one) => one.code === code);
  if (!option) throw refuse("not-found");
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const [points, levels] = await Promise.all([listPoints(db, study, option.id), listLevels(db, study)]);
  const criteria = criteriaFor(protocol, "option").map(({ id, title, description }) => ({
    id,
    title: say(title),
    description: say(description),
    level: levels.get(`${option.id}/${id}`) ?? null,
  }));
  return {
    option: { id: option.id, code: option.code, kind: option.kind, title: say(option.title), description: say(option.description) },
    conditions: conditionsOf(option, protocol.options ?? []).map((condition) => ({ code: condition.code, title: say(condition.title) })),
    holdsFor: heldOptions(option, protocol.options ?? [])?.map((held) => ({ code: held.code, title: say(held.title) })) ?? null,
    criteria,
    points,
  };
}
