import { can } from "~/domain/permissions";
import { compareCodes, compareStatementCodes } from "~/domain/evidence/codes";
import { groupBy } from "~/domain/evidence/graph";
import { evidenceKinds, type EvidenceKind } from "~/domain/evidence/kinds";
import { leadingNowhere, unusedEvidence } from "~/domain/evidence/orphans";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { listEvidenceMarks } from "~/platform/evidence-marks.server";
import { evidenceView, readingOf, statementView } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";

/** How many pieces of evidence stand on one page. */
const onPage = 50;

/** What was gathered and is never used, one kind at a time, and the statements on which nothing stands. `after` is the code of the last piece of the page before. */
export async function loadOrphans(db: Db, user: Viewer, assessment: AssessmentRow, wanted: { kind: string; after: string }) {
  const protocol = await protocolOf(assessment);
  const [document, marks] = await Promise.all([readKeptDocument(db, assessment.id), listEvidenceMarks(db, assessment.id, protocol)]);
  const reading = readingOf(user.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  const unused = groupBy(unusedEvidence(document.graph, marks), ({ kind }) => kind);
  const kinds = evidenceKinds.map((kind) => ({ kind, count: unused.get(kind)?.length ?? 0 }));
  const kind: EvidenceKind = kinds.find((one) => one.kind === wanted.kind)?.kind ?? kinds.find(({ count }) => count > 0)?.kind ?? "excerpt";
  const evidence = await readEvidence(db, { assessment, protocol, viewer: user, which: whichOf(unused.get(kind) ?? []) });
  const rest = [...evidence.values()]
    .toSorted((one, other) => compareCodes(one.code, other.code))
    .filter(({ code }) => wanted.after === "" || compareCodes(code, wanted.after) > 0);
  const page = rest.slice(0, onPage);
  return {
    base,
    kind,
    kinds,
    mayCite: can(user, "question.tag", assessment),
    evidence: page.map((one) => evidenceView(one, reading, base)),
    next: rest.length > page.length ? (page.at(-1)?.code ?? null) : null,
    statements: leadingNowhere(document.graph)
      .toSorted((one, other) => compareStatementCodes(one.code, other.code))
      .flatMap(({ id, kind: of }) => {
        const view = statementView(document, id, reading, base);
        return view ? [{ ...view, of }] : [];
      }),
  };
}
