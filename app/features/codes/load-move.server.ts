import type { SerializeFrom } from "@remix-run/node";
import { textIn } from "~/domain/local-text";
import type { Db } from "~/platform/db.server";
import { evidenceView, type Reading, readingOf } from "~/platform/evidence-view.server";
import { codeOptions } from "./code-options";
import { findCode } from "./find-code.server";
import type { MoveAct } from "./move-codings.server";
import { type MovePlan, planMove } from "./plan-move.server";
import { type CodedStudy, type ReadCoding, readCodings } from "./read-codings.server";
import { type AskedMove, missingIn } from "./schema";

/** A code whose marks are to go to another: what there is to choose, and once that was chosen, what would change. */
export async function loadMove(db: Db, study: CodedStudy, act: MoveAct, id: string | undefined, asked: AskedMove) {
  const { assessment, protocol, viewer } = study;
  const code = findCode(protocol, id);
  const reading = readingOf(viewer.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  const target = protocol.codebook?.find((each) => each.id === asked.to) ?? null;
  const missing = missingIn(act, code.id, asked, target !== null);
  const marks = await readCodings(db, study, { code: code.id });
  const shown = { base, act, code: code.id, title: titleOf(code, reading) };
  const choice = {
    asked,
    missing,
    codes: codeOptions(protocol, reading).filter(({ value }) => value !== code.id),
    marks: marks.map((mark) => markView(mark, reading, base)),
  };
  if (!target || missing.length > 0) return { ...shown, ...choice, plan: null };
  const chosen = act === "split" ? asked.marks : null;
  const plan = await planMove(db, { assessmentId: assessment.id, from: code.id, to: target.id, chosen });
  return { ...shown, ...choice, plan: plan.moves.length === 0 ? null : planView(plan, choice.marks, titleOf(target, reading)) };
}

const titleOf = ({ id, title }: { id: string; title: Parameters<typeof textIn>[0] }, { language, fallback }: Reading) =>
  textIn(title, language, fallback) || id;

type MarkView = ReturnType<typeof markView>;

function markView({ id, passage, language, note, place, evidence }: ReadCoding, reading: Reading, base: string) {
  const { code, from } = evidenceView(evidence, reading, base);
  return { id, code, from, passage, language, note, behind: !place };
}

/** Of a mark whose text was withdrawn or archived, only that there is one. */
function planView({ moves, digest }: MovePlan, marks: readonly MarkView[], to: string) {
  const twins = new Map(moves.map(({ mark, twin }) => [mark.id, twin !== null]));
  const shown = marks.flatMap((mark) => (twins.has(mark.id) ? [{ ...mark, already: twins.get(mark.id) === true }] : []));
  return {
    to,
    digest,
    marks: shown,
    moved: moves.filter(({ twin }) => !twin).length,
    already: moves.filter(({ twin }) => twin).length,
    unseen: moves.length - shown.length,
  };
}

/** What the page for merging or splitting a code gets. */
export type MovePage = SerializeFrom<typeof loadMove>;
/** What would change. */
export type MovePlanView = NonNullable<MovePage["plan"]>;
