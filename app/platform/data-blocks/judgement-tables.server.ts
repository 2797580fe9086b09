import type { DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import { groupBy } from "~/domain/evidence/graph";
import { criteriaFor, findScale, scaleOf } from "~/domain/protocol/readers";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import type { Protocol } from "~/domain/protocol/schema";
import { labelOnScale, type Scale } from "~/domain/protocol/scales";
import { judgementsSeenBy } from "../blind.server";
import type { Db } from "../db.server";
import { storedValue } from "../evidence-texts.server";
import { listRecordTexts } from "./record-texts.server";
import { policyNodes } from "./protocol-tables.server";
import { column, plainWords, storedWords, textWords, toolWords } from "./words";

/** A value on a scale in words: the label of its level or class, or the number itself; nothing where there is no value. */
function levelWords(scale: Scale | null, level: string | null, without: string | null): DataWords | null {
  const value = without ?? storedValue(level);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const label = scale && labelOnScale(scale, value);
  return label ? { text: label } : plainWords(value);
}

/** The judgements of a kind of subject that count: reconciled ones, and those of rounds with one rater; of open rounds only. */
async function listCounting(db: Db, assessmentId: string, subjectKind: JudgedSubject) {
  const rows = await db.judgement.findMany({
    where: { assessmentId, subjectKind, ...judgementsSeenBy(null) },
    select: {
      subjectId: true,
      criterion: true,
      rater: true,
      level: true,
      without: true,
      round: { select: { number: true, raters: { where: { replacedAt: null }, select: { id: true } } } },
    },
    orderBy: { round: { number: "asc" } },
  });
  const counting = rows.filter(({ rater, round }) => rater === "reconciled" || round.raters.length === 1);
  return new Map(counting.map((row) => [`${row.subjectId} ${row.criterion}`, row]));
}

/** The judgement of each policy node, one table per framework. `of` narrows it to some frameworks. */
export async function alignmentTables(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  of: readonly string[] | undefined,
): Promise<DataTable[]> {
  const rows = await db.alignment.findMany({
    where: { assessmentId },
    select: { id: true, framework: true, node: true, level: true, without: true, reasons: true, language: true },
  });
  const reasons = await listRecordTexts(
    db,
    assessmentId,
    "alignment",
    "reasons",
    rows.map(({ id, reasons: text, language }) => ({ id, text, language })),
  );
  const judged = new Map(rows.map((row) => [`${row.framework} ${row.node}`, row]));
  return policyNodes(protocol, of).map(({ framework, nodes }) => ({
    block: "alignment",
    caption: { text: framework.title },
    columns: [column("code"), column("node"), column("level"), column("reasons")],
    rows: nodes.map(({ node, depth, code }): DataRow => {
      const found = judged.get(`${framework.id} ${node.id}`);
      const level = found ? levelWords(findScale(protocol, framework.scale), found.level, found.without) : null;
      return { id: node.id, depth, cells: [plainWords(code), textWords(node.title), level, textWords(found && reasons.get(found.id))] };
    }),
    notes: [],
  }));
}

/** The options against their criteria, with the points for and against. `of` narrows it to some options or criteria. */
export async function optionsTable(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  of: readonly string[] | undefined,
): Promise<DataTable> {
  const options = (protocol.options ?? []).filter(({ id }, _, all) => !of || of.includes(id) || !all.some((one) => of.includes(one.id)));
  const [judged, points] = await Promise.all([
    listCounting(db, assessmentId, "option"),
    db.optionPoint.findMany({
      where: { assessmentId, archivedAt: null },
      orderBy: [{ criterion: "asc" }, { side: "desc" }, { number: "asc" }],
    }),
  ]);
  const texts = await listRecordTexts(db, assessmentId, "option-point", "text", points);
  const byCell = groupBy(points, (point) => `${point.option} ${point.criterion} ${point.side}`);
  const said = (option: string, criterion: string, side: string): DataWords | null => {
    const own = (byCell.get(`${option} ${criterion} ${side}`) ?? []).map(({ id }) => texts.get(id) ?? {});
    return own.length === 0 ? null : { text: joined(own) };
  };
  const criteria = criteriaFor(protocol, "option");
  return {
    block: "options",
    caption: toolWords("options"),
    columns: [column("code"), column("option"), column("level"), column("for"), column("against")],
    rows: options.flatMap((option) => [
      { id: option.id, depth: 0, cells: [plainWords(option.code), textWords(option.title), null, null, null] },
      ...criteria.map((criterion) => {
        const found = judged.get(`${option.id} ${criterion.id}`);
        const level = found ? levelWords(scaleOf(protocol, criterion.id), found.level, found.without) : null;
        return {
          id: `${option.id} ${criterion.id}`,
          depth: 1,
          cells: [null, textWords(criterion.title), level, said(option.id, criterion.id, "for"), said(option.id, criterion.id, "against")],
        };
      }),
    ]),
    notes: [],
  };
}

/** Several texts as one, language by language, with a semicolon between. */
function joined(texts: readonly { readonly [language: string]: string }[]): { [language: string]: string } {
  const languages = [...new Set(texts.flatMap((text) => Object.keys(text)))];
  return Object.fromEntries(
    languages.map((language) => [language, texts.map((text) => text[language] ?? Object.values(text)[0] ?? "").join("; ")]),
  );
}

/** The interventions by set, with the class that they were given. `of` narrows it to some sets. */
export async function interventionsTable(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  of: readonly string[] | undefined,
): Promise<DataTable> {
  const where = { assessmentId, archivedAt: null, ...(of && { groupKey: { in: [...of] } }) };
  const [rows, judged] = await Promise.all([
    db.intervention.findMany({ where, orderBy: [{ groupKey: "asc" }, { number: "asc" }] }),
    listCounting(db, assessmentId, "intervention"),
  ]);
  const texts = (field: "title" | "description") => {
    const originals = rows.map(({ id, language, [field]: text }) => ({ id, text, language }));
    return listRecordTexts(db, assessmentId, "intervention", field, originals);
  };
  const [titles, descriptions] = await Promise.all([texts("title"), texts("description")]);
  const criteria = criteriaFor(protocol, "intervention");
  return {
    block: "interventions",
    caption: toolWords("interventions"),
    columns: [
      column("code"),
      column("intervention"),
      column("group"),
      column("description"),
      ...criteria.map(({ id, title }) => ({ id, label: { text: title }, bound: true })),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      depth: 0,
      cells: [
        plainWords(row.code),
        textWords(titles.get(row.id)),
        storedWords(row.groupTitle),
        textWords(descriptions.get(row.id)),
        ...criteria.map((criterion) => {
          const found = judged.get(`${row.id} ${criterion.id}`);
          return found ? levelWords(scaleOf(protocol, criterion.id), found.level, found.without) : null;
        }),
      ],
    })),
    notes: [],
  };
}
