import { checkKey, checkState, type CheckState } from "~/domain/coverage/passing";
import { isMet, type GateCheck } from "~/domain/coverage/gate";
import type { Verdict } from "~/domain/coverage/coverage";
import { textIn } from "~/domain/local-text";
import { requireSectionState } from "~/domain/moves/section";
import type { Protocol } from "~/domain/protocol/schema";
import { isWritable } from "~/domain/sections/standing";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { checksOfSection, listGateReasons, readGate, type GateReasonRow, type StudyGate } from "~/platform/gate.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";

/** A check of a section as its pages show it. */
export interface GateLine extends Omit<GateCheck, "missing"> {
  key: string;
  state: CheckState;
  /** What could be added, by name: kinds of evidence as their key, perspectives in words. */
  missing: string[];
  /** How many pieces are tagged with the question and not used. */
  unused: number;
  /** Where it can be mended, or looked at. */
  href: string;
  reason: { text: string; language: string; by: string; at: Date; version: number } | null;
}

/** A question that a section names and that is answered in another. */
export interface ElsewhereAnswered {
  code: string;
  verdict: Verdict;
  sections: string[];
}

/** What the protocol asks of one section, and how that stands. Whoever asks must be allowed to read the section. */
export async function loadGate(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const section = await db.section.findFirst({
    where: { assessmentId: assessment.id, code: code ?? "", archivedAt: null },
    select: { id: true, code: true, state: true, questions: true },
  });
  if (!section) throw refuse("not-found");
  const protocol = await protocolOf(assessment);
  const [gate, reasons] = await Promise.all([readGate(db, assessment.id, protocol), listGateReasons(db, assessment.id, section.id)]);
  const names = await namesOfUsers(
    db,
    reasons.map(({ byId }) => byId),
  );
  const base = `/assessments/${assessment.slug}`;
  const asked = checksOfSection(gate, section.id);
  const beside: Beside = { protocol, gate, reasons, names, base, language: user.language, fallback: assessment.languages };
  const edit = isWritable(requireSectionState(section.state)) ? `${base}/sections/${section.code}/edit` : null;
  return {
    base,
    lines: asked.map((check) => lineOf(check, beside, edit)).toSorted((one, other) => weights[one.state] - weights[other.state]),
    elsewhere: await answeredElsewhere(db, gate, section),
  };
}

/** What the protocol asks of a section, as its pages show it. */
export type GateShown = Awaited<ReturnType<typeof loadGate>>;

const weights: Record<CheckState, number> = { blocked: 0, "asks-reason": 1, reasoned: 2, "in-order": 3 };

interface Beside {
  protocol: Protocol;
  gate: StudyGate;
  reasons: readonly GateReasonRow[];
  names: ReadonlyMap<string, string>;
  base: string;
  language: string;
  fallback: readonly string[];
}

function lineOf(check: GateCheck, beside: Beside, edit: string | null): GateLine {
  const key = checkKey(check);
  const state = checkState(check, beside.reasons);
  const given = beside.reasons.find((reason) => checkKey(reason) === key);
  return {
    ...check,
    key,
    state,
    missing: isMet(check) ? [] : missingNames(check, beside),
    unused: check.about === "question" && !isMet(check) ? unusedOf(check.subject, beside.gate) : 0,
    href: hrefOf(check, beside, edit),
    reason:
      given && state === "reasoned"
        ? { text: given.reason, language: given.language, by: beside.names.get(given.byId) ?? "", at: given.at, version: given.version }
        : null,
  };
}

function missingNames({ check, missing }: GateCheck, { protocol, language, fallback }: Beside): string[] {
  if (check !== "perspectives") return [...missing];
  const named = (protocol.perspectives ?? []).filter(({ id }) => missing.includes(id));
  return named.map(({ title }) => textIn(title, language, fallback));
}

function unusedOf(question: string, { coverage }: StudyGate): number {
  const cells = coverage.questions.find((one) => one.question.id === question)?.coverage.cells;
  return Object.values(cells ?? {}).reduce((sum, { available, used }) => sum + available - used, 0);
}

function hrefOf({ about, subject }: GateCheck, { gate, base }: Beside, edit: string | null): string {
  if (about === "question") return `${base}/questions/${subject}`;
  const statement = [...gate.coverage.graph.statements.values()].find(({ code }) => code === subject);
  return edit && statement ? `${edit}#block-${statement.blockId}` : `${base}/statements/${subject}`;
}

/** The questions that a section names and is not asked for, with where their answer stands. */
async function answeredElsewhere(db: Db, gate: StudyGate, section: { id: string; questions: string }): Promise<ElsewhereAnswered[]> {
  const named: unknown = JSON.parse(section.questions);
  const own = gate.questionsOf.get(section.id) ?? [];
  const others = gate.coverage.questions.filter(({ question: { id } }) => Array.isArray(named) && named.includes(id) && !own.includes(id));
  const ids = others.flatMap(({ answers }) => answers.map(({ sectionId }) => sectionId));
  const rows = ids.length === 0 ? [] : await db.section.findMany({ where: { id: { in: ids } }, select: { id: true, code: true } });
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return others.map(({ question, coverage, answers }) => ({
    code: question.id,
    verdict: coverage.verdict,
    sections: [...new Set(answers.flatMap(({ sectionId }) => codes.get(sectionId) ?? []))],
  }));
}
