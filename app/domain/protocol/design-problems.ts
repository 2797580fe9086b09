import { OutlineSection } from "~/domain/protocol/outline";
import { isMapping, placesOf, soundPlaces, valueAt } from "~/domain/protocol/places";
import type { Finding, Path, ProblemCode } from "~/domain/protocol/problem";
import { ResearchQuestion } from "~/domain/protocol/questions";

type Problem = Finding<ProblemCode>;

/** What is wrong with the period, the rules and the research questions as such. */
export function designProblems(root: unknown): Problem[] {
  const { from, to } = mappingAt(root, "period");
  const reversed = typeof from === "string" && typeof to === "string" && from > to;
  const period: Problem[] = reversed ? [{ code: "period-reversed", path: ["period", "to"], details: { from, to } }] : [];
  return [
    ...period,
    ...ruleProblems(root),
    ...soundPlaces(root, ResearchQuestion, ["questions.*"]).flatMap(({ path, value }) => questionProblems(path, value)),
  ];
}

function mappingAt(root: unknown, ...path: string[]): Record<string, unknown> {
  const value = valueAt(root, path);
  return isMapping(value) ? value : {};
}

function ruleProblems(root: unknown): Problem[] {
  const rules = mappingAt(root, "rules");
  const { rule, k } = mappingAt(root, "rules", "signOff");
  const problems: Problem[] = [];
  if (rule === "k-of-n" && k === undefined) problems.push({ code: "k-missing", path: ["rules", "signOff"], details: {} });
  if (rules["citableWhen"] === "sent-and-days" && rules["citableAfterDays"] === undefined) {
    problems.push({ code: "days-missing", path: ["rules", "citableWhen"], details: {} });
  }
  return problems;
}

function questionProblems(path: Path, question: ResearchQuestion): Problem[] {
  const { kind, answerKind, fields, parent, id } = question;
  const problems: Problem[] = [];
  if (kind === "sub" && parent === undefined) problems.push({ code: "sub-without-parent", path, details: { id } });
  if (answerKind === "fields" && !fields) problems.push({ code: "fields-missing", path: [...path, "answerKind"], details: { id } });
  if (kind === "group" && (answerKind !== undefined || fields))
    problems.push({ code: "group-with-answer", path: [...path, "kind"], details: { id } });
  return problems;
}

/** What is wrong with sections: codes that mean something else, tables without a source, translations into the same language. */
export function outlineProblems(root: unknown): Problem[] {
  const sections = soundPlaces(root, OutlineSection, ["outline.*"]);
  const reserved = ["outline.*.code", "criteria.*.code", "options.*.code", "outline.*.id"]
    .flatMap((pattern) => placesOf(root, pattern))
    .flatMap(({ path, value }): Problem[] =>
      typeof value === "string" && value.toLowerCase() === "new" ? [{ code: "reserved-code", path, details: { value } }] : [],
    );
  const languages = new Map(sections.map(({ value }) => [value.id, value.language]));
  return [
    ...reserved,
    ...sections.flatMap(({ path, value }) => [...tableProblems(root, path, value), ...translationProblems(path, value, languages)]),
  ];
}

function tableProblems(root: unknown, path: Path, section: OutlineSection): Problem[] {
  const { data, table, code } = section;
  if (data === "table" && !table) return [{ code: "table-missing", path: [...path, "data"], details: { code } }];
  if (!table) return [];
  if (data !== "table") return [{ code: "table-without-data", path: [...path, "table"], details: { code }, atKey: true }];
  const question = soundPlaces(root, ResearchQuestion, ["questions.*"]).find(({ value }) => value.id === table.question)?.value;
  if (!question) return [];
  const field = question.fields?.find((each) => each.key === table.field);
  if (field?.answer.kind === "table") return [];
  const tables = (question.fields ?? []).filter((each) => each.answer.kind === "table").map((each) => each.key);
  return [
    {
      code: "table-not-a-table",
      path: [...path, "table", "field"],
      details: { field: table.field, question: question.id, tables: tables.join(", "), count: tables.length },
    },
  ];
}

function translationProblems(path: Path, section: OutlineSection, languages: ReadonlyMap<string, string | undefined>): Problem[] {
  const { translationOf, language } = section;
  if (translationOf === undefined || !languages.has(translationOf)) return [];
  const other = languages.get(translationOf);
  if (language !== undefined && other !== undefined && language !== other) return [];
  return [{ code: "translation-language", path: [...path, "translationOf"], details: { section: translationOf } }];
}
