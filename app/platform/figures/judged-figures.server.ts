import { groupBy } from "~/domain/evidence/graph";
import { figureKey, type Figure } from "~/domain/figures/catalogue";
import { medianOf } from "~/domain/figures/value";
import type { Judged } from "~/domain/judgements/value";
import { levelFromStored } from "~/domain/judgements/value";
import { judgedSubjects, type Criterion, type JudgedSubject } from "~/domain/protocol/criteria";
import { criteriaFor, findScale, nodesInOrder, scaleOf } from "~/domain/protocol/readers";
import { levelsOf, numberOnScale, type Scale } from "~/domain/protocol/scales";
import { readCellsOfRounds } from "../cells-of-rounds.server";
import type { Db } from "../db.server";
import type { FigureStudy } from "../figures.server";

/** Of each criterion: how many subjects have an agreed level, and the mean, middle and spread of these on an ordered scale. Only rounds that have opened count. */
export async function judgementFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const kinds = judgedSubjects.filter((kind) => criteriaFor(protocol, kind).length > 0);
  const found = await Promise.all(kinds.map((kind) => figuresOfKind(db, { assessment, protocol }, kind, criteriaFor(protocol, kind))));
  return found.flat();
}

async function figuresOfKind(db: Db, study: FigureStudy, kind: JudgedSubject, criteria: readonly Criterion[]): Promise<Figure[]> {
  const cells = await readCellsOfRounds(db, "reader", study.assessment.id, kind);
  const byCriterion = groupBy([...cells], ([key]) => key.slice(key.indexOf(" ") + 1));
  return criteria.flatMap((criterion) => {
    const judged = (byCriterion.get(criterion.id) ?? []).flatMap(([, cell]) => (cell.judged?.level == null ? [] : [cell.judged]));
    return ofCriterion(criterion, scaleOf(study.protocol, criterion.id), judged);
  });
}

function ofCriterion({ id, code, title }: Criterion, scale: Scale | null, judged: readonly Judged[]): Figure[] {
  const about = [code, title];
  const numbers = judged.flatMap(({ level }) => (scale && level !== null ? (numberOnScale(scale, level) ?? []) : []));
  const median = medianOf(numbers);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return [
    { of: figureKey("rated", id), name: "rated", about, value: { is: "count", value: judged.length } },
    ...(median === null
      ? []
      : ([
          { of: figureKey("mean", id), name: "mean", about, value: { is: "number", value: Math.round(mean * 10) / 10 } },
          { of: figureKey("median", id), name: "median", about, value: { is: "number", value: median } },
          {
            of: figureKey("spread", id),
            name: "spread",
            about,
            value: { is: "range", low: Math.min(...numbers), high: Math.max(...numbers) },
          },
        ] as const)),
  ];
}

/** How many nodes of each policy framework were judged at each level, by the alignment that the team recorded. */
export async function alignmentFigures(db: Db, { assessment, protocol }: FigureStudy): Promise<Figure[]> {
  const rows = await db.alignment.findMany({
    where: { assessmentId: assessment.id },
    select: { framework: true, node: true, level: true },
  });
  return (protocol.frameworks ?? []).flatMap((framework): Figure[] => {
    const scale = findScale(protocol, framework.scale);
    const nodes = new Set(nodesInOrder(framework).flatMap(({ node }) => (node.kind === "group" ? [] : [node.id])));
    const levels = rows.flatMap((row) => (row.framework === framework.id && nodes.has(row.node) ? [levelFromStored(row.level)] : []));
    return (scale ? levelsOf(scale) : []).map(({ key, label }) => ({
      of: figureKey("nodes", framework.id, key),
      name: "nodes",
      about: [framework.title, label],
      value: { is: "count", value: levels.filter((level) => level === key).length },
    }));
  });
}
