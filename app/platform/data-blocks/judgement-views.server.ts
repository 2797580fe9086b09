import { contradictionWords } from "~/domain/alignment/remark-words";
import { contradictionsOf } from "~/domain/alignment/remarks";
import { columnsOf, effectTable } from "~/domain/effectiveness/class-columns";
import { compareCodes } from "~/domain/evidence/codes";
import type { BoundTable, DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import { tallyWords, valueWords } from "~/domain/judgements/tally-words";
import { valueOf } from "~/domain/judgements/value";
import { comparePairs } from "~/domain/options/dominance";
import { leftOutWords, pairWords } from "~/domain/options/dominance-words";
import type { OptionMatrix } from "~/domain/options/matrix-picture";
import { pictureWords } from "~/domain/pictures/words";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "../db.server";
import { documentWords } from "../document-words.server";
import { readEffectiveness } from "../effectiveness.server";
import { readFrameworkTrees } from "../framework-trees.server";
import {
  judgedOptions,
  optionMatrices,
  readOptionComparison,
  type OptionCellRow,
  type OptionComparison,
} from "../option-comparison.server";
import { earlierNotes } from "./earlier-notes.server";
import { inLanguages } from "./in-languages.server";
import { alignmentTables, interventionsTable, optionsTable } from "./judgement-tables.server";
import { column, plainWords, textWords, toolWords } from "./words";

interface Study {
  assessment: { id: string };
  protocol: Protocol;
}

const present = (notes: readonly (DataWords | null)[]) => notes.flatMap((note) => note ?? []);

/**
 * The judgement of each policy node, one table per framework, with the tree drawn above it and rolled up at each heading and node that has
 * others below it. A sign-off binds the judgements alone: all else follows from them.
 */
export async function alignmentViews(db: Db, { assessment, protocol }: Study, of: readonly string[] | undefined): Promise<DataTable[]> {
  const [tables, { trees }] = await Promise.all([
    alignmentTables(db, assessment.id, protocol, of),
    readFrameworkTrees(db, assessment.id, protocol, "reader"),
  ]);
  const shown = trees.filter(({ framework }) => of === undefined || of.includes(framework.id));
  return tables.map((table, at): DataTable => {
    const tree = shown[at];
    if (!tree) return table;
    const rolled = new Map(tree.nodes.flatMap(({ node, isGroup, below }) => (isGroup && below ? [[node.id, below] as const] : [])));
    const withRollUp = (row: DataRow): DataRow => {
      const tally = rolled.get(row.id);
      return tally
        ? { ...row, cells: [...row.cells.slice(0, 3), inLanguages(protocol, (words) => tallyWords(tree.scale, tally, words))] }
        : row;
    };
    const contradictions = contradictionsOf(tree, trees, []).map((one) =>
      inLanguages(protocol, (words) => contradictionWords(tree, trees, one, words)),
    );
    return {
      ...table,
      rows: table.rows.map(withRollUp),
      pictures: [{ kind: "alignment", ...tree }],
      notes: present([
        inLanguages(protocol, (words) => tallyWords(tree.scale, tree.all, words)),
        toolWords("rollUpRule"),
        ...contradictions,
      ]),
      binds: boundPart(table),
    };
  });
}

const boundPart = ({ block, columns, rows }: DataTable): BoundTable => ({ block, columns, rows });

/**
 * The options by kind after the GRADE Evidence to Decision frameworks (Alonso-Coello et al., BMJ 2016;353:i2016): per criterion and option the
 * judgement, what speaks for and against, what that rests on and which statements cite it. A sign-off binds level and points, as before.
 */
export async function optionViews(db: Db, { assessment, protocol }: Study, of: readonly string[] | undefined): Promise<DataTable[]> {
  const bound = await optionsTable(db, assessment.id, protocol, of);
  const comparison = await readOptionComparison(db, { assessment, protocol, viewer: "reader" });
  const named = comparison.options.filter(({ id }) => of?.includes(id));
  const matrices = optionMatrices(comparison, named.length > 0 ? named : comparison.options);
  const views = matrices.filter(({ criteria }) => criteria.length > 0).map((matrix) => optionView(protocol, comparison, matrix));
  const rules = [toolWords("dominanceRule"), toolWords("decisionSource")];
  if (views.length === 0) return [bound];
  const earlier = await earlierNotes(assessment.id, protocol, judgedIn(comparison, matrices));
  return views.map((view, at) => ({
    ...view,
    notes: at === views.length - 1 ? [...view.notes, ...earlier, ...rules] : view.notes,
    binds: at === 0 ? boundPart(bound) : null,
  }));
}

/** What the matrices show that was judged, and by which protocol. */
function judgedIn(comparison: OptionComparison, matrices: readonly OptionMatrix[]) {
  return matrices.flatMap(({ options, criteria }) =>
    options.flatMap(({ id, code }) =>
      criteria.flatMap(({ criterion }) => {
        const { standing } = comparison.cell(id, criterion.id);
        return standing?.judged ? [{ code, criterion: criterion.id, protocolNumber: standing.protocolNumber }] : [];
      }),
    ),
  );
}

function optionView(protocol: Protocol, comparison: OptionComparison, matrix: OptionMatrix): DataTable {
  const { options, criteria } = matrix;
  const kind = options[0]?.kind ?? "alternative";
  const judged = judgedOptions({ ...comparison, options });
  const pairs = comparePairs(judged, comparison.criteria).filter(({ verdict }) => verdict !== "too-few");
  const told = pairs.map((pair) =>
    inLanguages(protocol, (words) => [pairWords(pair, comparison, words), leftOutWords(pair, comparison, words)].filter(Boolean).join(" ")),
  );
  return {
    block: "options",
    caption:
      inLanguages(protocol, (words) => words.say("pictures.options.decision", { kind: words.say(`pictures.options.kinds.${kind}`) })) ??
      toolWords("options"),
    columns: [column("criterion"), column("level"), column("for"), column("against"), column("evidence"), column("bears")],
    rows: criteria.flatMap(({ criterion, scale }): DataRow[] => [
      { id: criterion.id, depth: 0, cells: [textWords(criterion.title), null, null, null, null, null] },
      ...options.map((option): DataRow => {
        const cell = comparison.cell(option.id, criterion.id);
        const value = cell.standing?.judged ? valueOf(cell.standing.judged) : null;
        return {
          id: `${criterion.id} ${option.id}`,
          depth: 1,
          cells: [
            inLanguages(protocol, (words) => `${option.code} ${words.text(option.title)}`),
            value === null ? null : inLanguages(protocol, (words) => valueWords(scale, value, words)),
            pointsOf(protocol, cell, "for"),
            pointsOf(protocol, cell, "against"),
            plainWords(evidenceOf(cell)),
            plainWords(cell.citedIn.join(", ")),
          ],
        };
      }),
    ]),
    pictures: [{ kind: "options", ...matrix }],
    notes: present(told),
  };
}

function pointsOf(protocol: Protocol, { points }: OptionCellRow, side: string): DataWords | null {
  const own = points.filter((point) => point.side === side);
  return inLanguages(protocol, ({ text }) => own.map((point) => text(point.text)).join("; "));
}

/** The codes of what points and judgement rest on, and that of the judgement itself, as a reader may see them. */
function evidenceOf({ standing, points, grounds }: OptionCellRow): string {
  const there = [...points.flatMap((point) => point.grounds), ...grounds].filter(
    ({ withheld, archived }) => withheld === null && !archived,
  );
  const codes = [...there.map(({ code }) => code), ...(standing?.counting ? [standing.counting.code] : [])];
  return [...new Set(codes)].toSorted(compareCodes).join(", ");
}

/** The interventions by class, drawn and with what stands under each class, and then one by one. A sign-off binds the latter. */
export async function interventionViews(db: Db, { assessment, protocol }: Study, of: readonly string[] | undefined): Promise<DataTable[]> {
  const table = await interventionsTable(db, assessment.id, protocol, of);
  const listed = new Set(table.rows.map(({ id }) => id));
  const { interventions, criteria } = await readEffectiveness(db, { assessment, protocol, viewer: "reader" }, ({ id }) => listed.has(id));
  if (listed.size === 0) return [table];
  const judged = criteria.flatMap(({ criterion, standing }) =>
    interventions.flatMap(({ id, code }) => {
      const found = standing(id);
      return found?.judged ? [{ code, criterion: criterion.id, protocolNumber: found.protocolNumber }] : [];
    }),
  );
  const earlier = await earlierNotes(assessment.id, protocol, judged);
  const views = criteria.map(({ criterion, matrix }): DataTable => {
    const inWords = (make: (drawn: ReturnType<typeof effectTable>) => string) =>
      inLanguages(protocol, (words) => make(effectTable(matrix, columnsOf(matrix, words), words)));
    const [any] = protocol.languages.map((language) => {
      const words = pictureWords(documentWords(language), language, protocol.languages);
      return effectTable(matrix, columnsOf(matrix, words), words);
    });
    return {
      block: "interventions",
      caption:
        inLanguages(protocol, (words) => words.say("pictures.effect.title", { criterion: words.text(criterion.title) })) ??
        toolWords("interventions"),
      columns: (any?.columns ?? []).map(({ numeric }, at) => ({
        id: String(at),
        label: inWords(({ columns }) => columns[at]?.label ?? "") ?? plainWords(" ") ?? toolWords("code"),
        bound: true,
        numeric,
      })),
      rows: (any?.rows ?? []).map((row, at) => ({
        id: String(at),
        depth: 0,
        cells: row.map((_, place) => inWords(({ rows }) => rows[at]?.[place] ?? "")),
      })),
      pictures: [{ kind: "effectiveness", ...matrix }],
      notes: [toolWords("apartRule")],
      binds: null,
    };
  });
  return [...views, { ...table, notes: [...table.notes, ...earlier] }];
}
