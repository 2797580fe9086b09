import { classify, weightOf, type ClassedSubject, type EvidenceWeight } from "~/domain/effectiveness/classes";
import type { EffectGroup, EffectMatrix } from "~/domain/effectiveness/class-columns";
import { groupBy } from "~/domain/evidence/graph";
import { cellKey } from "~/domain/judgements/cells";
import type { LocalText } from "~/domain/local-text";
import { LocalText as LocalTextShape } from "~/domain/local-text-schema";
import type { Criterion } from "~/domain/protocol/criteria";
import { criteriaFor, findScale, scaleOf } from "~/domain/protocol/readers";
import { labelOnScale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import { listRecordTexts } from "./data-blocks/record-texts.server";
import type { Db } from "./db.server";
import type { Evidence } from "./evidence.server";
import { listGrounds } from "./grounds.server";
import type { Onlooker } from "./interviewees.server";
import { readCellsOfRounds, type CellOfRound } from "./cells-of-rounds.server";

/** An intervention with the group that it stands in. */
export interface InterventionRow {
  id: string;
  code: string;
  title: LocalText;
  groupKey: string | null;
  group: LocalText;
}

/** A statement that stands on a judgement, with the confidence that was given to it; null where none was. */
export interface CitingStatement {
  code: string;
  confidence: LocalText | null;
}

/** Interventions on one criterion: by class, what each rests on, and which statements cite its judgement. */
export interface Effectiveness {
  criterion: Criterion;
  matrix: EffectMatrix;
  standing: (id: string) => CellOfRound | null;
  grounds: (id: string) => Evidence[];
  weight: (id: string) => EvidenceWeight;
  citing: (id: string) => CitingStatement[];
}

/** The interventions of a study on each of their criteria, as this person, or the reader of a document, may see them; `only` narrows them to some groups. */
export async function readEffectiveness(
  db: Db,
  study: { assessment: { id: string }; protocol: Protocol; viewer: Onlooker },
  only: (row: InterventionRow) => boolean = () => true,
): Promise<{ interventions: InterventionRow[]; criteria: Effectiveness[] }> {
  const { assessment, protocol, viewer } = study;
  const standings = await readCellsOfRounds(db, viewer, assessment.id, "intervention");
  const interventions = (await listInterventionRows(db, assessment.id)).filter(only);
  const judgements = [...standings.values()].flatMap((standing) => standing.judgements);
  const [grounds, citing] = await Promise.all([listGrounds(db, study, "judgement", judgements), listCiting(db, assessment.id, protocol)]);
  const groups = groupsOf(protocol, interventions);
  const criteria = criteriaFor(protocol, "intervention").flatMap((criterion): Effectiveness[] => {
    const scale = scaleOf(protocol, criterion.id);
    if (!scale) return [];
    const standing = (id: string) => standings.get(cellKey({ subjectId: id, criterion: criterion.id })) ?? null;
    const under = (id: string) => once((standing(id)?.judgements ?? []).flatMap((one) => grounds.get(one) ?? [])).filter(isThere);
    const found = classify(
      scale,
      interventions.map(({ id }) => subjectOf(id, standing(id), under(id))),
    );
    return [
      {
        criterion,
        matrix: { title: criterion.title, scale, found, groups },
        standing,
        grounds: under,
        weight: (id) => weightOf(counted(under(id))),
        citing: (id) => citing.get(standing(id)?.counting?.id ?? "") ?? [],
      },
    ];
  });
  return { interventions, criteria };
}

const once = (evidence: readonly Evidence[]) => [...new Map(evidence.map((one) => [one.id, one])).values()];
const isThere = ({ archived, withheld }: Evidence) => !archived && withheld === null;
const counted = (evidence: readonly Evidence[]) => evidence.map(({ id, kind, originKey }) => ({ id, kind, origin: originKey }));

function subjectOf(id: string, standing: CellOfRound | null, grounds: readonly Evidence[]): ClassedSubject {
  const state = standing?.state ?? "unrated";
  const unclassed = state === "agreed" || state === "reconciled" ? null : state;
  return { id, judged: standing?.judged ?? null, unclassed, grounds: counted(grounds) };
}

async function listInterventionRows(db: Db, assessmentId: string): Promise<InterventionRow[]> {
  const rows = await db.intervention.findMany({
    where: { assessmentId, archivedAt: null },
    select: { id: true, code: true, title: true, language: true, groupKey: true, groupTitle: true },
    orderBy: { number: "asc" },
  });
  const titles = await listRecordTexts(
    db,
    assessmentId,
    "intervention",
    "title",
    rows.map(({ id, title, language }) => ({ id, text: title, language })),
  );
  return rows.map(({ id, code, groupKey, groupTitle }) => ({
    id,
    code,
    groupKey,
    title: titles.get(id) ?? {},
    group: LocalTextShape.parse(JSON.parse(groupTitle)),
  }));
}

/** The groups in the order of the protocol, then those of the study by their first intervention. */
function groupsOf(protocol: Protocol, interventions: readonly InterventionRow[]): EffectGroup[] {
  const sets = (protocol.interventionSets ?? []).map(({ id }) => id);
  const place = ({ groupKey }: InterventionRow) => (groupKey === null ? sets.length : sets.indexOf(groupKey));
  const inOrder = interventions.toSorted((one, other) => place(one) - place(other));
  const byGroup = groupBy(inOrder, ({ groupKey, group }) => groupKey ?? JSON.stringify(group));
  return [...byGroup.values()].flatMap((rows) =>
    rows[0] ? [{ title: rows[0].group, members: rows.map(({ id, code }) => ({ id, code })) }] : [],
  );
}

/** The statements that stand on judgements, by judgement. */
async function listCiting(db: Db, assessmentId: string, protocol: Protocol): Promise<Map<string, CitingStatement[]>> {
  const links = await db.link.findMany({
    where: { assessmentId, toKind: "judgement", kind: "supports", archivedAt: null },
    select: { toId: true, fromBlockId: true },
  });
  const statements = await db.statement.findMany({
    where: { blockId: { in: links.map(({ fromBlockId }) => fromBlockId) }, block: { archivedAt: null, section: { archivedAt: null } } },
    select: { blockId: true, code: true, confidence: true },
    orderBy: { code: "asc" },
  });
  const scale = protocol.rules.confidence ? findScale(protocol, protocol.rules.confidence.scale) : null;
  const cited = links.flatMap(({ toId, fromBlockId }) =>
    statements
      .filter(({ blockId }) => blockId === fromBlockId)
      .map(({ code, confidence }) => ({ toId, code, confidence: scale && confidence !== null ? labelOnScale(scale, confidence) : null })),
  );
  const byJudgement = groupBy(cited, ({ toId }) => toId);
  return new Map([...byJudgement].map(([id, found]) => [id, found.map(({ code, confidence }) => ({ code, confidence }))]));
}
