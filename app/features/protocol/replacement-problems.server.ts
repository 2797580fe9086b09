import { compareProtocols } from "~/domain/protocol/compare-protocols";
import type { Finding, ProblemCode } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "~/platform/db.server";
import { codeProblems } from "./fitting-sections";
import { listRecorded } from "./list-recorded.server";

/** What there is to compare a new protocol with, and how: everything that has records and would vanish, change its kind or its code, by its place. */
export async function replacementCheck(
  db: Db,
  assessment: { id: string; languages: readonly string[] },
  old: Protocol,
): Promise<(next: Protocol) => Finding<ProblemCode>[]> {
  const recorded = await listRecorded(db, assessment.id, old);
  const there = await db.section.findMany({ where: { assessmentId: assessment.id }, select: { id: true, node: true, code: true } });
  return (next) => [
    ...languageProblems(assessment, next),
    ...compareProtocols(old, next, recorded),
    ...codeProblems(next, there, recorded.section ?? []),
  ];
}

/** The assessment keeps its languages, so each has to be one of the new protocol's. */
function languageProblems({ languages }: { languages: readonly string[] }, next: Protocol): Finding<ProblemCode>[] {
  const missing = languages.filter((language) => !next.languages.includes(language));
  return missing.map((language) => ({
    code: "language-not-listed",
    path: ["languages"],
    details: { language, languages: next.languages.join(", ") },
  }));
}
