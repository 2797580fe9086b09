import { z } from "zod";
import { countByHand } from "~/features/screening/count.server";
import { decide } from "~/features/screening/decide.server";
import { settle } from "~/features/screening/settle.server";
import { appraiseSource } from "~/features/sources/appraise-source.server";
import type { ScreeningDecision, ScreeningStep } from "~/domain/screening/steps";
import { db } from "~/platform/db.server";
import type { Agenda } from "./agenda";
import { readRecords, recordOf, type SeededStudy } from "./study";

const Level = z.enum(["low", "medium", "high"]);
const Quality = z.looseObject({ relevance: Level, publisher: Level, method: Level, nl: z.string() });
const File = z.looseObject({
  screening: z.looseObject({
    identified: z.number(),
    duplicates_removed: z.number(),
    excluded_title_abstract: z.number(),
    not_retrieved: z.number(),
    excluded_full_text: z.array(z.looseObject({ key: z.string(), count: z.number() })),
    differed: z.array(z.looseObject({ source: z.string(), by: z.string(), decision: z.enum(["exclude"]), settled: z.string() })),
  }),
  sources: z.array(z.looseObject({ id: z.string(), quality: Quality })),
});
type File = z.infer<typeof File>;

interface Screeners {
  on: string;
  lead: string;
  first: string;
  second: string;
  folder: string;
}

/** The screening of an example: two people decide on every source that was kept; what has no record of its own is counted by hand. */
export function planScreening(agenda: Agenda, study: SeededStudy, { on, lead, first, second, folder }: Screeners): void {
  const { sources, screening } = readRecords(folder, "sources", File);
  const differing = new Map(screening.differed.map((one) => [one.source, one]));
  const take = (step: ScreeningStep, decision: ScreeningDecision, by: string) => async (id: string, at: Date) => {
    const other = step === "title-abstract" ? differing.get(id) : undefined;
    const taken = other?.by === by ? other.decision : decision;
    const input = { assessmentId: study.id, sourceId: recordOf(study, id), step, version: 0, reason: null, note: "" };
    await decide(study.as(by, at), { ...input, decision: taken });
  };
  const ids = sources.map(({ id }) => id);
  agenda.spread(on, 8, ids, take("title-abstract", "include", first));
  agenda.spread(on, 9, ids, take("title-abstract", "include", second));
  agenda.spread(on, 10, screening.differed, ({ source, settled }, at) => settleAs(study, source, settled, lead, at));
  agenda.spread(on, 11, ids, take("retrieval", "retrieved", first));
  agenda.spread(on, 12, ids, take("full-text", "include", first));
  agenda.spread(on, 13, ids, take("full-text", "include", second));
  agenda.spread(on, 14, sources, ({ id, quality }, at) => appraise(study, id, quality, second, at));
  agenda.spread(on, 15, countsOf(screening, ids.length), ({ kind, count }, at) =>
    countByHand(study.as(lead, at), {
      assessmentId: study.id,
      kind,
      count,
      version: 0,
      note: "Uit de zoektabel van 14 januari 2025 (voorbeeld)",
    }),
  );
}

function settleAs(study: SeededStudy, source: string, why: string, lead: string, at: Date) {
  const input = { assessmentId: study.id, sourceId: recordOf(study, source), step: "title-abstract" as const, version: 0 };
  return settle(study.as(lead, at), { ...input, decision: "include", reason: null, why });
}

/** What was found and left out before anything was recorded here. */
function countsOf(screening: File["screening"], kept: number): { kind: string; count: number }[] {
  return [
    { kind: "identified-database", count: screening.identified - kept },
    { kind: "duplicates", count: screening.duplicates_removed },
    { kind: "excluded", count: screening.excluded_title_abstract },
    { kind: "not-retrieved", count: screening.not_retrieved },
    ...screening.excluded_full_text.map(({ key, count }) => ({ kind: `full-text:${key}`, count })),
  ];
}

async function appraise(study: SeededStudy, source: string, quality: z.infer<typeof Quality>, by: string, at: Date): Promise<void> {
  const id = recordOf(study, source);
  const { version } = await db.source.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const criteria = (study.protocol.sourceCriteria ?? []).map((criterion) => {
    const level = Level.parse(quality[criterion.id.split("-").at(-1) ?? ""]);
    return [criterion.id, { level, reason: "" }] as const;
  });
  const found = { criteria: Object.fromEntries(criteria), note: quality.nl };
  await appraiseSource(study.as(by, at), { assessmentId: study.id, id, version, ...found });
}
