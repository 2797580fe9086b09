import { z } from "zod";
import type { NamedInterviewee } from "~/domain/attribution";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import { isReworded } from "~/domain/judgements/wording";
import { LocalText } from "~/domain/local-text-schema";
import { findCriterion, findFramework, findGuideQuestion, findPolicyNode, findScale, scaleOf } from "~/domain/protocol/readers";
import { labelOnScale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";
import type { AnswerAttribution } from "./answer-attribution.server";
import type { EvidenceRow } from "./evidence-rows.server";
import { storedValue } from "./evidence-texts.server";

/** Where a piece of evidence comes from, as far as this viewer may know; `earlier` = judged on an earlier wording of its criterion. */
export type EvidenceOrigin =
  | { kind: "source"; code: string; title: string; described: boolean; authors: string; year: string | null; place: string | null }
  | { kind: "interview"; people: NamedInterviewee[]; question: LocalText | null }
  | { kind: "actor"; code: string; name: string; label: LocalText; asOf: string | null; ownStatement: boolean }
  | { kind: "judgement"; round: number; subject: LocalText | null; criterion: LocalText | null; earlier: boolean }
  | { kind: "framework"; title: LocalText | null; node: LocalText | null };

/** The level of a judgement or an alignment: its key and its label; a number on a numeric scale has no label. */
export interface EvidenceLevel {
  value: string | number;
  label: LocalText | null;
}

/** The independence group of a row; null = not known. */
export function originKeyOf(row: EvidenceRow): string | null {
  switch (row.kind) {
    case "excerpt":
      return row.source.origin === null ? `source ${row.sourceId}` : `group ${row.source.origin}`;
    case "interview-answer": {
      const [first] = row.interview.participants;
      return first ? `interviewee ${first.interviewee.actorId ?? first.intervieweeId}` : null;
    }
    case "actor-fact":
      return row.sourceId === null ? `actor ${row.actorId}` : `source ${row.sourceId}`;
    case "judgement":
      return `round ${row.roundId}`;
    case "alignment":
      return `framework ${row.framework}`;
  }
}

/** Where a row comes from; of an answer as far as its attribution allows. */
export function originOf(
  row: EvidenceRow,
  beside: { protocol: Protocol; judgedBy: Protocol; attribution: AnswerAttribution | null; subject: LocalText | null },
): EvidenceOrigin {
  const { protocol, attribution } = beside;
  switch (row.kind) {
    case "excerpt": {
      const { code, title, titleKind, authors, issued } = row.source;
      return {
        kind: "source",
        code,
        title,
        described: titleKind === "described",
        authors: shortAuthors(authors),
        year: issued?.slice(0, 4) ?? null,
        place: row.place,
      };
    }
    case "interview-answer":
      return {
        kind: "interview",
        people: attribution?.people ?? [],
        question: findGuideQuestion(protocol, row.question)?.text ?? LocalText.parse(JSON.parse(row.wording)),
      };
    case "actor-fact":
      return {
        kind: "actor",
        code: row.actor.code,
        name: row.actor.name,
        label: LocalText.parse(JSON.parse(row.label)),
        asOf: row.asOf,
        ownStatement: row.ownStatement,
      };
    case "judgement":
      return {
        kind: "judgement",
        round: row.round.number,
        subject: beside.subject,
        criterion: findCriterion(protocol, row.criterion)?.title ?? null,
        earlier: isReworded(beside.judgedBy, protocol, row.criterion),
      };
    case "alignment":
      return {
        kind: "framework",
        title: findFramework(protocol, row.framework)?.title ?? null,
        node: findPolicyNode(protocol, row.node)?.node.title ?? null,
      };
  }
}

const Authors = z.array(z.looseObject({ family: z.string().optional(), literal: z.string().optional() }));

/** The authors of a source in short: one, two with "&", or the first with three dots. */
function shortAuthors(stored: string): string {
  const names = Authors.parse(JSON.parse(stored))
    .map(({ family, literal }) => family ?? literal ?? "")
    .filter((name) => name !== "");
  if (names.length > 2) return `${names[0]} …`;
  return names.join(" & ");
}

/** The level of a judgement or an alignment; null for anything else and for what was not judged. */
export function levelOf(row: EvidenceRow, protocol: Protocol): EvidenceLevel | null {
  if (row.kind !== "judgement" && row.kind !== "alignment") return null;
  const value = row.without ?? storedValue(row.level);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const framework = row.kind === "alignment" ? findFramework(protocol, row.framework) : null;
  const scale = row.kind === "judgement" ? scaleOf(protocol, row.criterion) : framework && findScale(protocol, framework.scale);
  return { value, label: scale && labelOnScale(scale, value) };
}

/** The page of a row below the assessment, with a leading slash. */
export function pathOf(row: EvidenceRow): string {
  switch (row.kind) {
    case "excerpt":
      return `/sources/${row.source.code}#${row.code}`;
    case "interview-answer":
      return `/interviews/${row.interview.code}#q${readAnswerCode(row.code).number}`;
    case "actor-fact":
      return `/actors/${row.actor.code}#${row.code}`;
    case "judgement":
      return row.subjectKind === "actor"
        ? `/actors/${row.code.split(":")[0] ?? ""}`
        : `/${row.subjectKind === "option" ? "options" : "interventions"}/${row.code.split(":")[0] ?? ""}`;
    case "alignment":
      return `/alignments/${row.framework}/${row.node}`;
  }
}
