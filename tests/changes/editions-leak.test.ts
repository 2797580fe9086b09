import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { Protocol } from "~/domain/protocol/schema";
import { outlineRows } from "~/domain/sections/from-outline";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { releaseEdition } from "~/features/editions/release-edition.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { setAttribution } from "~/features/interviews/set-attribution.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { addBlock } from "~/features/sections/add-block.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { fileFormatIfAny } from "~/domain/document/file-formats";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { wordsOfFile } from "../support/edition-words";
import { canary, givenHeldInterview, hour, interviewProtocol } from "../support/interview-scene";

useDatabase();

const text = (nl: string) => ({ nl, en: nl });
/** The protocol of the interviews with an outline that prints all that it has of them. */
const protocol = Protocol.parse({
  ...interviewProtocol,
  outline: [
    { id: "s1", code: "1", kind: "chapter", required: true, title: text("Antwoord"), questions: ["1"] },
    { id: "s2", code: "people", kind: "annex", required: true, title: text("Geïnterviewden"), data: "interviewees" },
    { id: "s3", code: "method", kind: "annex", required: true, title: text("Werkwijze"), data: "method" },
    { id: "s4", code: "register", kind: "annex", required: true, title: text("Register"), data: "evidence-register" },
    { id: "s5", code: "guide", kind: "annex", required: true, title: text("Vragenlijst"), data: "guide" },
  ],
});
const said = "De subsidie werkt niet zoals bedoeld.";
const takenBack = "Dit trek ik liever terug kanariegeel.";
const secondSaid = "Een tweede antwoord van dezelfde persoon.";

let cast: Cast;
let answers: { first: string; second: string };
let printed: Record<string, string>;

async function givenStudy(): Promise<string> {
  const raw = rawWriter();
  const {
    assessment: { id: assessmentId },
    lead,
    researcher,
  } = cast;
  const body = JSON.stringify(protocol);
  await raw.protocolVersion.create({
    data: {
      id: newId(hour(0)),
      assessmentId,
      number: 1,
      file: body,
      fileName: "cast.yaml",
      body,
      digest: "0".repeat(64),
      createdAt: hour(0),
      byId: lead.id,
    },
  });
  const ids = new Map<string, string>();
  for (const { node, code, sort, heading, kind, required, language, data, questions } of outlineRows(protocol)) {
    const id = newId(hour(0));
    ids.set(node, id);
    await raw.section.create({
      data: {
        node,
        code,
        sort,
        kind,
        required,
        language,
        data,
        questions,
        id,
        assessmentId,
        heading: JSON.stringify(heading),
        state: "not-started",
        changes: 0,
        version: 1,
      },
    });
  }
  const section = ids.get("s1") ?? "";
  await assignSection(as(lead, hour(1)), {
    assessmentId,
    id: section,
    version: 1,
    writerIds: [researcher.id],
    reviewerIds: [cast.reviewer.id],
  });
  return section;
}

async function givenAnswers(): Promise<string[]> {
  const {
    assessment: { id: assessmentId },
    researcher,
    lead,
  } = cast;
  const interview = await givenHeldInterview(cast);
  const participant = await db.participant.findUniqueOrThrow({ where: { id: interview.participantId } });
  const agreed = {
    attribution: "organisation-kind",
    mayQuote: false,
    wantsRecord: false,
    consentOn: "2026-08-31",
    consentHow: "mondeling",
    persons: 1,
    notesFor: "interviewers",
  } as const;
  await setAttribution(as(researcher, hour(4)), { assessmentId, participantId: participant.id, version: participant.version, ...agreed });
  const record = (question: string, part: string, words: string) =>
    recordAnswer(as(researcher, hour(5)), {
      assessmentId,
      interviewId: interview.id,
      question,
      part,
      version: 0,
      state: "answered",
      reason: null,
      value: null,
      record: words,
      notes: canary.notes,
      timeMark: null,
      attribution: null,
      givenBy: [],
    });
  const kept = [await record("gq1", "", said), await record("gq2", "which", secondSaid), await record("gq2", "why", takenBack)];
  await withdrawAnswer(as(lead, hour(9)), { assessmentId, answerId: kept[2]?.id ?? "", version: 1, reason: "Op verzoek" });
  const { version } = await db.interview.findUniqueOrThrow({ where: { id: interview.id } });
  await moveInterview(as(researcher, hour(10)), { assessmentId, id: interview.id, version, move: "finish-record" });
  return kept.map(({ id }) => id);
}

beforeAll(async () => {
  cast = await loadCast();
  const { id: assessmentId, slug } = cast.assessment;
  const sectionId = await givenStudy();
  const interview = await givenAnswers();
  const block = await addBlock(as(cast.researcher, hour(11)), {
    assessmentId,
    sectionId,
    kind: "finding",
    language: "nl",
    text: { text: "De subsidie werkt slecht." },
  });
  for (const [n, id] of interview.slice(0, 2).entries())
    await linkEvidence(as(cast.researcher, hour(12 + n)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "interview-answer", id },
      kind: "supports",
    });
  // Cited before it was withdrawn: the link stands, the text may not.
  await rawWriter().link.create({
    data: {
      id: newId(hour(8)),
      assessmentId,
      fromBlockId: block.id,
      toKind: "interview-answer",
      toId: interview[2] ?? "",
      kind: "supports",
      note: "",
      byId: cast.researcher.id,
      at: hour(8),
      version: 1,
    },
  });
  const assessment = await findAssessmentRowIfAny(db, slug);
  if (!assessment) throw new Error("no assessment");
  const made = await compileEdition(as(cast.lead, hour(20)), {
    assessment,
    languages: ["nl", "en"],
    purpose: "concept",
    formats: ["docx", "html"],
  });
  await releaseEdition(as(cast.lead, hour(21)), { assessmentId, id: made.id, version: 1 });
  const row = await db.edition.findUniqueOrThrow({ where: { id: made.id }, include: { files: true } });
  printed = { blocks: row.blocks, manifest: row.manifest, names: row.files.map(({ name }) => name).join(" ") };
  for (const { format, language, sha256 } of row.files) {
    const known = fileFormatIfAny(format);
    if (!known) throw new Error(`no format ${format}`);
    printed[language] = [printed[language] ?? "", wordsOfFile(known, await readStoredBytes(sha256))].join("\n");
  }
  answers = { first: interview[0] ?? "", second: interview[1] ?? "" };
});

const everywhere = () => Object.entries(printed);
const codesOf = () =>
  z.object({ evidence: z.array(z.object({ code: z.string(), withheld: z.boolean() })) }).parse(JSON.parse(printed["manifest"] ?? ""))
    .evidence;

it("prints what was said, with the kind of organisation that was agreed", () => {
  for (const language of ["nl", "en"]) {
    expect(printed[language]).toContain(said);
    expect(printed[language]).toContain(language === "nl" ? "Vereniging" : "Club");
  }
});

it.each([
  ["name", canary.name],
  ["contact", canary.contact],
  ["organisation", canary.organisation],
  ["role", canary.role],
  ["raw notes", canary.notes],
  ["withdrawn answer", takenBack],
] as const)("holds no %s, in documents, files and manifest", (_, secret) => {
  expect(
    everywhere()
      .filter(([, content]) => content.includes(secret))
      .map(([where]) => where),
  ).toEqual([]);
});

it("gives the answers of one protected person codes that don't join them, and no id of theirs", () => {
  const codes = codesOf().map(({ code }) => code);
  expect(codes.filter((code) => /^I-[0-9A-Z]{8}$/.test(code))).toHaveLength(3);
  for (const [where, content] of everywhere()) {
    expect(/\bI1\b|I1:/.test(content) ? where : null).toBeNull();
    for (const id of Object.values(answers)) expect(content.includes(id) ? where : null).toBeNull();
  }
});

it("says of the withdrawn answer that it was withdrawn, under its own code", () => {
  expect(codesOf().filter(({ withheld }) => withheld)).toHaveLength(1);
  expect(printed["nl"]).toContain("Dit antwoord is ingetrokken");
});
