import { nodeKinds, statementKinds, type StatementKind } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { confidenceScale } from "~/domain/protocol/confidence";
import { questionsInOrder } from "~/domain/protocol/readers";
import { levelsOf } from "~/domain/protocol/scales";
import { isTranslationWritable } from "~/domain/sections/standing";
import { signedOffSectionStates } from "~/domain/moves/section";
import { compareStatementCodes } from "~/domain/evidence/codes";
import { dataBlocks, type DataBlock } from "~/domain/protocol/outline";
import { placeables } from "~/domain/sections/placeable";
import { wordsOfBlock } from "~/domain/sections/words";
import { languagesOf } from "~/domain/sections/content";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { shownDocument } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { blocksOf } from "~/platform/section-binding.server";
import { stateView } from "./load-section.server";
import { loadMerged } from "./load-merged.server";
import { searchGrounds } from "./search-grounds.server";
import { suggestingWords } from "./suggest-grounds.server";
import { readTextNames } from "./text-names.server";
import { findSectionStudy, mayWrite, type SectionStudy } from "./section-study.server";
import { readSectionBody, sectionHead, type BlockView } from "./section-view.server";

/** The page on which a section is written: each block in its original language, or with its translation; and the evidence panel when it is open. */
export async function loadEdit(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, query: URLSearchParams) {
  const study = await findSectionStudy(db, user, assessment, code);
  const names = await namesOfUsers(db, [
    ...study.standing.people.writerIds,
    ...study.standing.people.reviewerIds,
    study.section.stateById ?? user.id,
  ]);
  const body = await readSectionBody(db, { ...study, reading: { ...study.reading, language: assessment.originalLanguage } });
  const blocks = body.blocks.map((block) => editable(study, block));
  const translating = translationLanguage(study, query.get("lang"));
  return {
    head: sectionHead(study, names),
    state: stateView(study, names),
    blocks,
    tables: body.tables,
    guidance: body.guidance,
    words: body.words,
    target: body.target,
    writable: body.writable,
    reading: study.reading,
    sending: study.moves.filter(({ name }) => name === "send-to-review").map(({ hindrance }) => ({ hindrance })),
    languages: languagesOf(study.section, assessment.languages).filter(
      (language) => language !== (study.section.language ?? assessment.originalLanguage),
    ),
    translating: translating === null ? null : await translations(db, study, translating),
    options: editOptions(study, await listActorNames(db, assessment.id)),
    merged: await loadMerged(db, study.section.id, query, user.id),
    panel: await loadPanel(db, study, blocks, query),
  };
}

/** What is written is the original, whatever language the page is read in. */
function editable({ document }: SectionStudy, view: BlockView) {
  const block = document.blocks.get(view.id);
  const own =
    block && view.statement?.home === null
      ? shownDocument(block, { language: block.language })
      : block && view.statement === null
        ? shownDocument(block, { language: block.language })
        : null;
  return { ...view, ...own };
}

function translationLanguage({ assessment, section }: SectionStudy, wanted: string | null): string | null {
  const possible = languagesOf(section, assessment.languages);
  return wanted !== null && possible.includes(wanted) && section.language === null ? wanted : null;
}

/** The blocks with their translation into one language, and whether it may be changed now. */
async function translations(db: Db, study: SectionStudy, language: string) {
  const { document, section, standing } = study;
  const covered = standing.signOffs.filter(({ endedAt }) => endedAt === null).flatMap(({ languages }) => languages);
  const open = isTranslationWritable(section.state, signedOffSectionStates.includes(section.state), covered, language);
  const blocks = blocksOf(document, section.id).filter(
    ({ repeats, data, language: original }) => repeats === null && data === null && original !== language,
  );
  const namesOf = await readTextNames(db, study, blocks);
  return {
    language,
    writable: open && mayWrite(study),
    blocks: blocks.map((block) => {
      const translation = block.translations.find((one) => one.language === language);
      return {
        id: block.id,
        code: document.graph.statementOfBlock.get(block.id)?.code ?? null,
        original: block.document,
        originalLanguage: block.language,
        document: translation?.body ?? null,
        version: translation?.version ?? 0,
        behind: translation?.behind ?? false,
        names: namesOf(block),
        words: wordsOfBlock(block, language),
      };
    }),
  };
}

/** What can be chosen in the forms: kinds to add, questions to answer, statements to repeat, levels of confidence. */
function editOptions({ assessment, protocol, document, reading, section }: SectionStudy, actors: readonly string[]) {
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, reading.language, reading.fallback);
  const answered = [...document.statements.values()].filter(({ kind }) => kind === "answer");
  const free = (question: string, part: string | null) =>
    !answered.some((one) => one.question === question && (one.part === null || part === null || one.part === part));
  const questions = questionsInOrder(protocol)
    .filter(({ node }) => node.kind !== "group")
    .flatMap(({ node }) => [
      { value: node.id, label: `${node.id} ${text(node.text)}`, free: free(node.id, null) },
      ...(node.parts ?? []).map((part) => ({
        value: `${node.id}#${part.key}`,
        label: `${node.id}.${part.key} ${text(part.text)}`,
        free: free(node.id, part.key),
      })),
    ])
    .filter((option) => option.free);
  const others = [...document.statements.values()]
    .filter((one) => one.sectionId !== section.id)
    .toSorted((one, other) => compareStatementCodes(one.code, other.code));
  return {
    questions,
    placeable: placeableOptions(protocol, text),
    repeatable: others.map(({ id, code }) => ({ value: id, label: code })),
    confidence: { ...confidenceOptions(protocol, text), languages: languagesOf(section, assessment.languages), actors },
    kinds: statementKinds,
  };
}

/** What can be shown from the records, by data block. */
function placeableOptions(protocol: SectionStudy["protocol"], text: (value: Parameters<typeof textIn>[0]) => string) {
  const all = placeables(protocol);
  const choicesOf = (block: DataBlock) => all.filter((one) => one.block === block);
  return dataBlocks
    .filter((block) => choicesOf(block).length > 0)
    .map((block) => ({
      block,
      choices: choicesOf(block).map(({ value, narrowed }) => ({ value, narrowed: narrowed && `${narrowed.code} ${text(narrowed.title)}` })),
    }));
}

/** The names of actors, for whom a recommendation can be addressed to. */
async function listActorNames(db: Db, assessmentId: string): Promise<string[]> {
  const actors = await db.actor.findMany({ where: { assessmentId, archivedAt: null }, select: { name: true }, orderBy: { number: "asc" } });
  return [...new Set(actors.map(({ name }) => name))];
}

function confidenceOptions(protocol: SectionStudy["protocol"], text: (value: Parameters<typeof textIn>[0]) => string) {
  const rule = protocol.rules.confidence;
  const scale = confidenceScale(protocol);
  if (!rule || !scale) return { statements: [], reasonAsked: [], levels: [], components: [], componentLevels: [] };
  const ordinal = scale.kind === "ordinal" ? scale : null;
  const choice = ({ key, label }: { key: string; label: Parameters<typeof textIn>[0] }) => ({ value: key, label: text(label) });
  return {
    statements: rule.statements as readonly StatementKind[],
    reasonAsked: protocol.rules.coverage.flatMap(({ confidence, statements }) =>
      confidence === "level-and-reason" ? (statements ?? []) : [],
    ),
    levels: levelsOf(scale).map(choice),
    components: (ordinal?.components ?? []).map(choice),
    componentLevels: (ordinal?.componentLevels ?? []).map(choice),
  };
}

/** The evidence panel of `?cite=F15&q=…&kind=…`; null when it is closed. Running text is named by the id of its block. */
async function loadPanel(db: Db, study: SectionStudy, blocks: readonly BlockView[], query: URLSearchParams) {
  const cite = query.get("cite");
  const block =
    cite === null
      ? undefined
      : blocks.find(({ id, statement }) => (statement !== null && statement.home === null && statement.code === cite) || id === cite);
  if (!block) return null;
  const kinds = nodeKinds.filter((kind) => query.getAll("kind").includes(kind));
  const words = query.get("q");
  const found = await searchGrounds(db, study, { block, words, kinds });
  return {
    cite: cite ?? "",
    blockId: block.id,
    label: block.statement?.code ?? null,
    words: words ?? "",
    suggested: words === null ? suggestingWords(block) : [],
    kinds,
    found,
  };
}
