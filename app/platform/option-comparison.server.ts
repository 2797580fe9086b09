import { groupBy } from "~/domain/evidence/graph";
import { cellKey } from "~/domain/judgements/cells";
import type { LocalText } from "~/domain/local-text";
import type { JudgedOption, OptionCriterion } from "~/domain/options/dominance";
import type { OptionMatrix } from "~/domain/options/matrix-picture";
import type { Option } from "~/domain/protocol/options";
import { criteriaFor, scaleOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { listCitedIn } from "./cited-in.server";
import { listRecordTexts } from "./data-blocks/record-texts.server";
import type { Db } from "./db.server";
import type { Evidence } from "./evidence.server";
import { listGrounds } from "./grounds.server";
import type { Onlooker } from "./interviewees.server";
import { readCellsOfRounds, type CellOfRound } from "./cells-of-rounds.server";

/** A point for or against an option on a criterion, in the languages that it has, with what it rests on. */
interface OptionPointRow {
  id: string;
  number: number;
  side: string;
  language: string;
  text: LocalText;
  grounds: Evidence[];
}

/** One option on one criterion: its judgement, the points, what these and the judgement rest on, and the statements that cite the judgement. */
export interface OptionCellRow {
  standing: CellOfRound | null;
  points: OptionPointRow[];
  grounds: Evidence[];
  citedIn: string[];
}

/** The options of a study against their criteria. */
export interface OptionComparison {
  options: readonly Option[];
  criteria: OptionCriterion[];
  cell: (option: string, criterion: string) => OptionCellRow;
}

/** The options with what was judged and said of each, as this person, or the reader of a document, may see it. A constant number of queries. */
export async function readOptionComparison(
  db: Db,
  { assessment, protocol, viewer }: { assessment: { id: string }; protocol: Protocol; viewer: Onlooker },
): Promise<OptionComparison> {
  const study = { assessment, protocol, viewer };
  const [standings, rows] = await Promise.all([
    readCellsOfRounds(db, viewer, assessment.id, "option"),
    db.optionPoint.findMany({
      where: { assessmentId: assessment.id, archivedAt: null },
      orderBy: [{ criterion: "asc" }, { side: "desc" }, { number: "asc" }],
    }),
  ]);
  const texts = await listRecordTexts(db, assessment.id, "option-point", "text", rows);
  const ids = [...standings.values()].flatMap(({ judgements }) => judgements);
  const counting = [...standings.values()].flatMap((standing) => standing.counting?.id ?? []);
  const [underPoints, underJudgements, cited] = await Promise.all([
    listGrounds(
      db,
      study,
      "option-point",
      rows.map(({ id }) => id),
    ),
    listGrounds(db, study, "judgement", ids),
    listCitedIn(db, "judgement", counting),
  ]);
  const byCell = groupBy(rows, (row) => cellKey({ subjectId: row.option, criterion: row.criterion }));
  return {
    options: protocol.options ?? [],
    criteria: criteriaFor(protocol, "option").flatMap((criterion) => {
      const scale = scaleOf(protocol, criterion.id);
      return scale ? [{ criterion, scale }] : [];
    }),
    cell: (option, criterion) => {
      const key = cellKey({ subjectId: option, criterion });
      const standing = standings.get(key) ?? null;
      const points = (byCell.get(key) ?? []).map(({ id, number, side, language }) => ({
        id,
        number,
        side,
        language,
        text: texts.get(id) ?? {},
        grounds: underPoints.get(id) ?? [],
      }));
      return {
        standing,
        points,
        grounds: once((standing?.judgements ?? []).flatMap((id) => underJudgements.get(id) ?? [])),
        citedIn: standing?.counting ? (cited.get(standing.counting.id) ?? []) : [],
      };
    },
  };
}

const once = (evidence: readonly Evidence[]) => [...new Map(evidence.map((one) => [one.id, one])).values()];

/** What counts of the options, for comparing them. */
export function judgedOptions({ options, criteria, cell }: OptionComparison): JudgedOption[] {
  return options.map((option) => ({
    option,
    judged: new Map(
      criteria.flatMap(({ criterion }) => {
        const judged = cell(option.id, criterion.id).standing?.judged ?? null;
        return judged === null ? [] : [[criterion.id, judged] as const];
      }),
    ),
  }));
}

/** The options by kind, in the order of the protocol, each kind as a matrix; criteria of which nothing was judged or said are left out. */
export function optionMatrices(comparison: OptionComparison, only: readonly Option[] = comparison.options): OptionMatrix[] {
  return [...groupBy(only, ({ kind }) => kind).values()].map((options) => {
    const cells = options.flatMap((option) =>
      comparison.criteria.map(({ criterion }) => {
        const { standing, points } = comparison.cell(option.id, criterion.id);
        const count = (side: string) => points.filter((point) => point.side === side).length;
        return {
          option: option.id,
          criterion: criterion.id,
          judged: standing?.judged ?? null,
          for: count("for"),
          against: count("against"),
        };
      }),
    );
    const filled = new Set(cells.filter((cell) => cell.judged !== null || cell.for + cell.against > 0).map(({ criterion }) => criterion));
    return { options, criteria: comparison.criteria.filter(({ criterion }) => filled.has(criterion.id)), cells };
  });
}
