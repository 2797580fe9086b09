import type { CoverageRule } from "~/domain/protocol/rules";
import { Protocol } from "~/domain/protocol/schema";
import { languagesOf, type SectionDigests } from "~/domain/sections/content";
import { outlineRows } from "~/domain/sections/from-outline";
import { addComment } from "~/features/comments/add-comment.server";
import { addBlock, type AddBlock } from "~/features/sections/add-block.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { signOffSection } from "~/features/sections/sign-off-section.server";
import { makeSuggestion } from "~/features/suggestions/make-suggestion.server";
import { findStudy } from "~/platform/acting.server";
import { db } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { newId } from "~/platform/ids.server";
import { hashPassword } from "~/platform/password.server";
import { sectionBinder } from "~/platform/section-binding.server";
import { as, type Cast, type Person } from "../cast";
import { rawWriter } from "./database";
import { hour } from "./interview-scene";

const text = (en: string, nl = en) => ({ nl, en });
const ordinal = (...keys: string[]) => keys.map((key, at) => ({ key, value: at + 1, label: text(key), anchor: text(`${key} means this`) }));

/** A small protocol with everything that sections need: a tree of questions with a part, a strict chain, confidence by component, an outline with data blocks. */
export const sectionProtocol = Protocol.parse({
  format: "grondslag-protocol/1",
  id: "cast",
  title: text("Cast study"),
  languages: ["nl", "en"],
  originalLanguage: "nl",
  commissioner: text("The ministry"),
  purpose: text("To test"),
  rules: {
    chain: "strict",
    contradictionMustBeAddressed: true,
    citableWhen: "recorded",
    factCheck: { offer: "on-request", days: 30, confirmedWhen: "all-asked" },
    confidence: { scale: "confidence", statements: ["finding"], components: true },
    reconciliation: {},
    signOff: { rule: "all-named-reviewers" },
    coverage: [],
    ownExpertise: false,
  },
  questions: [
    {
      id: "0",
      kind: "main",
      text: text("Does it fit?", "Past het?"),
      parts: [
        { key: "fit", text: text("fit") },
        { key: "reach", text: text("reach") },
      ],
    },
    { id: "1a", kind: "question", parent: "0", text: text("Does it work?", "Werkt het?") },
  ],
  scales: [
    { id: "level", kind: "ordinal", title: text("Level"), levels: ordinal("little", "much") },
    {
      id: "confidence",
      kind: "ordinal",
      title: text("Confidence"),
      levels: ordinal("low", "high"),
      components: [{ key: "adequacy", label: text("Adequacy") }],
      componentLevels: [
        { key: "none", label: text("No concerns") },
        { key: "some", label: text("Some concerns") },
      ],
    },
  ],
  criteria: [{ id: "reach", code: "K1", subject: "actor", title: text("Reach"), scale: "level", informs: ["1a"] }],
  outline: [
    { id: "s-3", code: "3", kind: "chapter", required: true, title: text("The field", "Het veld") },
    { id: "s-3-1", code: "3.1", kind: "section", parent: "s-3", required: true, title: text("What works", "Wat werkt"), questions: ["1a"] },
    { id: "s-5", code: "5", kind: "chapter", required: true, title: text("Conclusions", "Conclusies"), questions: ["0"] },
    { id: "s-sources", code: "sources", kind: "annex", required: true, title: text("Sources", "Bronnen"), data: "sources" },
    { id: "s-approvals", code: "approvals", kind: "annex", required: true, title: text("Sign-offs", "Akkoord"), data: "approvals" },
  ],
});

/** Gives the cast's assessment a protocol that asks this of its evidence, as a version of its own. */
export async function ruledBy({ assessment: { id: assessmentId }, lead }: Cast, coverage: readonly CoverageRule[]): Promise<void> {
  const raw = rawWriter();
  const number = 1 + (await raw.protocolVersion.count({ where: { assessmentId } }));
  const body = JSON.stringify({ ...sectionProtocol, rules: { ...sectionProtocol.rules, coverage } });
  const file = { file: body, fileName: "cast.yaml", body, digest: "0".repeat(64), createdAt: hour(0), byId: lead.id };
  await raw.protocolVersion.create({ data: { id: newId(hour(0)), assessmentId, number, ...file } });
  await raw.assessment.update({ where: { id: assessmentId }, data: { protocolNumber: number } });
}

/** The password of everyone in a section scene. */
export const password = "vier blauwe fietsen";
const hashed = hashPassword(password);

/** A study with sections: its ids by code, and what can be cited. */
export interface SectionScene {
  section: (code: string) => string;
  excerpt: string;
  otherExcerpt: string;
  archivedExcerpt: string;
  blindJudgement: string;
}

/** Gives the cast's assessment the protocol above, its sections, people for chapter 3 and 5, two sources' excerpts and a blind judgement. */
export async function givenSections(cast: Cast): Promise<SectionScene> {
  const {
    assessment: { id: assessmentId },
    lead,
  } = cast;
  const raw = rawWriter();
  const at = hour(0);
  const body = JSON.stringify(sectionProtocol);
  await raw.protocolVersion.create({
    data: {
      id: newId(at),
      assessmentId,
      number: 1,
      file: body,
      fileName: "cast.yaml",
      body,
      digest: "0".repeat(64),
      createdAt: at,
      byId: lead.id,
    },
  });
  await raw.user.updateMany({ data: { passwordHash: await hashed } });
  const ids = new Map<string, string>();
  for (const { node, parentNode, heading, code, sort, kind, required, language, data, questions } of outlineRows(sectionProtocol)) {
    const id = newId(at);
    ids.set(node, id);
    await raw.section.create({
      data: {
        ...{ code, sort, kind, required, language, data, questions },
        id,
        assessmentId,
        node,
        parentId: parentNode === null ? null : (ids.get(parentNode) ?? null),
        heading: JSON.stringify(heading),
        state: "not-started",
        changes: 0,
        version: 1,
      },
    });
  }
  const section = (code: string) => ids.get(`s-${code.replace(".", "-")}`) ?? "";
  for (const code of ["3", "5"]) {
    const reviewerIds = code === "5" ? [cast.reviewer.id, lead.id] : [cast.reviewer.id];
    await assignSection(as(lead, hour(1)), { assessmentId, id: section(code), version: 1, writerIds: [cast.researcher.id], reviewerIds });
  }
  return { section, ...(await givenEvidence(cast)) };
}

async function givenEvidence({ assessment: { id: assessmentId }, secondResearcher }: Cast) {
  const raw = rawWriter();
  const at = hour(0);
  const sourceId = newId(at);
  const source = {
    type: "report",
    title: "Kranen in de stad",
    titleKind: "given",
    titleFolded: "kranen in de stad",
    authors: JSON.stringify([{ family: "Visser", given: "A." }]),
    issued: "2024",
    bibliography: "{}",
    language: "nl",
    reading: "read",
    appraisal: "{}",
  };
  await raw.source.create({ data: { id: sourceId, assessmentId, number: 1, code: "S01", ...source, createdAt: at, version: 1 } });
  const excerpt = async (number: number, words: string, archivedAt: Date | null = null) => {
    const id = newId(at);
    await raw.excerpt.create({
      data: {
        id,
        assessmentId,
        sourceId,
        number,
        code: `S01:${number}`,
        form: "quoted",
        text: words,
        language: "nl",
        place: `p. ${number}`,
        archivedAt,
        createdAt: at,
        byId: secondResearcher.id,
        version: 1,
      },
    });
    await raw.searchText.create({ data: { assessmentId, kind: "excerpt", recordId: id, language: "nl", words: words.toLowerCase() } });
    return id;
  };
  const roundId = newId(at);
  await raw.round.create({
    data: {
      id: roundId,
      assessmentId,
      number: 1,
      title: '{"en":"First round"}',
      subjectKind: "actor",
      subjects: "[]",
      criteria: "[]",
      blind: true,
      protocolNumber: 1,
      createdAt: at,
      version: 1,
    },
  });
  await raw.roundRater.create({ data: { id: newId(at), assessmentId, roundId, userId: secondResearcher.id, version: 1 } });
  const blindJudgement = newId(at);
  await raw.judgement.create({
    data: {
      id: blindJudgement,
      assessmentId,
      roundId,
      code: "O1:K1",
      subjectKind: "actor",
      subjectId: newId(at),
      criterion: "reach",
      rater: secondResearcher.id,
      level: '"much"',
      justification: "Kwetsbaar oordeel",
      language: "nl",
      ownExpertise: false,
      protocolNumber: 1,
      wording: "{}",
      byId: secondResearcher.id,
      at,
      version: 1,
    },
  });
  return {
    excerpt: await excerpt(1, "Kranen werken drie jaar."),
    otherExcerpt: await excerpt(2, "Na vier jaar staat de helft stil."),
    archivedExcerpt: await excerpt(3, "Dubbel opgenomen.", at),
    blindJudgement,
  };
}

/** Adds a block to a section as its writer, an hour of the story in. */
export function givenBlock(cast: Cast, sectionId: string, more: Partial<AddBlock> = {}) {
  return addBlock(as(cast.researcher, hour(2)), {
    assessmentId: cast.assessment.id,
    sectionId,
    kind: "finding",
    language: "nl",
    text: { text: "Kranen werken drie jaar." },
    ...more,
  });
}

/** The section as it is now. */
export function sectionNow(id: string) {
  return db.section.findUniqueOrThrow({ where: { id } });
}

/** A finding on an excerpt in 3.1, sent to review by its writer. */
export async function givenInReview(cast: Cast, scene: SectionScene, code = "3.1") {
  const { id: assessmentId } = cast.assessment;
  const block = await givenBlock(cast, scene.section(code));
  await linkEvidence(as(cast.researcher, hour(3)), {
    assessmentId,
    blockId: block.id,
    to: { kind: "excerpt", id: scene.excerpt },
    kind: "supports",
  });
  const { version } = await sectionNow(scene.section(code));
  const sent = await sendToReview(as(cast.researcher, hour(4)), { assessmentId, id: scene.section(code), version });
  return { block, version: sent.version };
}

/** What someone signs with: the languages, a sentence, her password. */
export const signing = { password, languages: ["nl"], meaning: "Ik heb deze sectie gelezen en geef er akkoord op.", remarks: "" };

/** The digests that the page of a section shows now to whoever signs it. */
export async function shownNow(sectionId: string): Promise<SectionDigests> {
  const { assessmentId, language } = await sectionNow(sectionId);
  const study = await findStudy(db, assessmentId);
  const bind = await sectionBinder(db, study, await readDocument(db, assessmentId), [sectionId]);
  return bind(sectionId, languagesOf({ language }, study.assessment.languages)).digests;
}

/** Signs off a section as it is now. */
export async function sign(cast: Cast, sectionId: string, person: Person = cast.reviewer, at = hour(5)) {
  const { version } = await sectionNow(sectionId);
  const read = await shownNow(sectionId);
  return signOffSection(as(person, at), { assessmentId: cast.assessment.id, id: sectionId, version, ...signing, read });
}

/** For the walk over the routes: section 1 of a study, being written by the researcher and reviewed by the reviewer, with one finding, a comment on it, and another wording suggested. */
export async function givenWrittenSection(
  cast: Cast,
): Promise<{ section: string; statement: string; comment: string; suggestion: string }> {
  const { id: assessmentId } = cast.assessment;
  const raw = rawWriter();
  const id = newId(hour(0));
  const row = {
    node: "s1",
    code: "1",
    sort: "1",
    heading: JSON.stringify(text("Answer", "Antwoord")),
    kind: "chapter",
    required: true,
    questions: "[]",
  };
  await raw.section.create({ data: { ...row, id, assessmentId, state: "not-started", changes: 0, version: 1 } });
  await assignSection(as(cast.lead, hour(1)), {
    assessmentId,
    id,
    version: 1,
    writerIds: [cast.researcher.id],
    reviewerIds: [cast.reviewer.id],
  });
  const { id: blockId, code } = await givenBlock(cast, id);
  const comment = {
    assessmentId,
    sectionId: id,
    on: { blockId, language: "nl" },
    text: "Waar blijkt dit uit?",
    mentions: [],
    draft: false,
  };
  const { number } = await addComment(as(cast.reviewer, hour(3)), comment);
  const words = { text: { text: "Kranen werken gemiddeld drie jaar." }, reason: "Het is een gemiddelde." };
  const suggested = await makeSuggestion(as(cast.reviewer, hour(3)), { assessmentId, blockId, version: 1, ...words });
  return { section: row.code, statement: code ?? "", comment: String(number), suggestion: String(suggested.number) };
}
