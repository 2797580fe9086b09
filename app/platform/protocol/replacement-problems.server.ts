import { compareProtocols } from "~/domain/protocol/compare-protocols";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import type { Finding, ProblemCode } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";
import { type AnsweredNumbers, successionProblems } from "~/domain/protocol/succession-problems";
import { codeProblems } from "~/domain/sections/fitting-sections";
import { protocolVersion } from "../assessment.server";
import type { Db } from "../db.server";
import { listRecorded } from "./list-recorded.server";

/** What there is to compare a new protocol with, and how: everything that has records and would vanish, change its kind or its code, by its place. */
export async function replacementCheck(
  db: Db,
  assessment: { id: string; protocolNumber: number; languages: readonly string[] },
  old: Protocol,
): Promise<(next: Protocol) => Finding<ProblemCode>[]> {
  const recorded = await listRecorded(db, assessment.id, old);
  const there = await db.section.findMany({ where: { assessmentId: assessment.id }, select: { id: true, node: true, code: true } });
  const earlier = await earlierVersions(assessment, old);
  const numbers = await answeredNumbers(db, assessment.id);
  return (next) => [
    ...languageProblems(assessment, next),
    ...successionProblems(next, earlier, numbers),
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

/** The versions up to the one in force, oldest first. */
async function earlierVersions({ id, protocolNumber }: { id: string; protocolNumber: number }, inForce: Protocol): Promise<Protocol[]> {
  const earlier: Protocol[] = [];
  for (let number = 1; number < protocolNumber; number += 1) earlier.push(await protocolVersion(id, number));
  return [...earlier, inForce];
}

/** Which questions of the guide were answered under which number. */
async function answeredNumbers(db: Db, assessmentId: string): Promise<AnsweredNumbers> {
  const rows = await db.interviewAnswer.findMany({ where: { assessmentId }, select: { question: true, code: true } });
  const numbers = new Map<number, Set<string>>();
  for (const { question, code } of rows) {
    const number = Number(readAnswerCode(code).number);
    numbers.set(number, (numbers.get(number) ?? new Set()).add(question));
  }
  return numbers;
}
