import type { SerializeFrom } from "@remix-run/node";
import { AttributionLevel } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import { codesInOrder } from "~/domain/protocol/readers";
import type { Db } from "~/platform/db.server";
import { evidenceView, type Reading, readingOf } from "~/platform/evidence-view.server";
import { listPeopleOfInterviews } from "~/platform/interview-people.server";
import { findCode } from "./find-code.server";
import { type CodedStudy, type ReadCoding, readCodings, standsIn } from "./read-codings.server";

/** Against what the codes are counted: where the passages stand, or the question that they answer. */
export const countedBy = ["codebook", "interview", "question"] as const;
type CountedBy = (typeof countedBy)[number];

/** The codebook with how many passages are marked with each code, in all or by interview or question. */
export async function loadCodes(db: Db, study: CodedStudy, asked: string | null) {
  const by = countedBy.find((each) => each === asked) ?? "codebook";
  const { assessment, protocol, viewer } = study;
  const reading = readingOf(viewer.language, assessment);
  const codings = await readCodings(db, study);
  const answers = codings.filter(({ evidence }) => evidence.kind === "interview-answer");
  const columns = by === "codebook" ? [] : columnsOf(by, answers);
  const people = by === "interview" ? await listPeople(db, study, columns) : new Map<string, string>();
  return {
    base: `/assessments/${assessment.slug}`,
    by,
    columns: columns.map((column) => ({ key: column, people: people.get(column) ?? "" })),
    total: codings.length,
    behind: codings.filter(({ place }) => !place).length,
    rows: codesInOrder(protocol).map(({ node, depth }) => {
      const own = codings.filter(({ code }) => code === node.id);
      const keys = own.filter(({ evidence }) => evidence.kind === "interview-answer").map((coding) => keyOf(by, coding));
      return {
        code: node.id,
        depth,
        title: textIn(node.title, reading.language, reading.fallback),
        definition: textIn(node.definition, reading.language, reading.fallback),
        passages: own.length,
        texts: new Set(own.map(({ evidence }) => evidence.code)).size,
        counts: columns.map((column) => keys.filter((key) => key === column).length),
      };
    }),
  };
}

/** An answer to a part or a follow-up counts with its question. */
function keyOf(by: CountedBy, { evidence }: Pick<ReadCoding, "evidence">): string {
  const { holder, row } = standsIn(evidence);
  return by === "interview" ? holder : (/^\d+/u.exec(row)?.[0] ?? row);
}

function columnsOf(by: CountedBy, codings: readonly ReadCoding[]): string[] {
  const keys = new Set(codings.map((coding) => keyOf(by, coding)));
  return [...keys].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}

/** Who speaks in the interviews with these codes, by that code. */
async function listPeople(db: Db, study: CodedStudy, codes: readonly string[]): Promise<Map<string, string>> {
  const interviews = await db.interview.findMany({
    where: { assessmentId: study.assessment.id, code: { in: [...codes] } },
    select: { id: true, code: true, answers: { where: { archivedAt: null }, select: { attribution: true } } },
  });
  const people = await listPeopleOfInterviews(
    db,
    study,
    interviews.map(({ id, answers }) => ({ id, levels: answers.flatMap(({ attribution }) => levelIfAny(attribution)) })),
  );
  return new Map(interviews.map(({ id, code }) => [code, people.get(id) ?? ""]));
}

const levelIfAny = (attribution: string | null) => (attribution === null ? [] : [AttributionLevel.parse(attribution)]);

/** What narrows the passages of a code. */
export interface PassageFilter {
  interview: string | null;
  question: string | null;
}

/** One code with its passages, where each stands and who said it as far as agreed. */
export async function loadCode(db: Db, study: CodedStudy, id: string | undefined, filter: PassageFilter) {
  const { assessment, protocol, viewer } = study;
  const code = findCode(protocol, id);
  const reading = readingOf(viewer.language, assessment);
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, reading.language, reading.fallback);
  const codings = await readCodings(db, study, { code: code.id });
  return {
    base: `/assessments/${assessment.slug}`,
    code: code.id,
    title: say(code.title),
    definition: say(code.definition),
    useWhen: say(code.useWhen),
    notWhen: say(code.notWhen),
    filter,
    total: codings.length,
    mayMove: can(viewer, "coding.write", assessment) && codings.length > 0 && (protocol.codebook ?? []).length > 1,
    passages: codings
      .filter((coding) => fits(coding, filter))
      .map((coding) => passageView(coding, reading, `/assessments/${assessment.slug}`)),
  };
}

function fits(coding: ReadCoding, { interview, question }: PassageFilter): boolean {
  if (interview === null && question === null) return true;
  if (coding.evidence.kind !== "interview-answer") return false;
  return (interview === null || keyOf("interview", coding) === interview) && (question === null || keyOf("question", coding) === question);
}

function passageView({ id, passage, language, note, place, evidence }: ReadCoding, reading: Reading, base: string) {
  const { code, from, href, kind } = evidenceView(evidence, reading, base);
  return { id, kind, code, from, href, passage, language, note, behind: !place };
}

/** What the page of the codebook gets. */
export type CodesPage = SerializeFrom<typeof loadCodes>;
/** What the page of one code gets. */
export type CodePage = SerializeFrom<typeof loadCode>;
