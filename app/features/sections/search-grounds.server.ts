import { compareStatementCodes } from "~/domain/evidence/codes";
import { mayStandOn } from "~/domain/evidence/chain";
import { evidenceKinds, isEvidenceKind, nodeKey, nodeKinds, type LinkKind, type NodeKind } from "~/domain/evidence/kinds";
import { foldWords } from "~/domain/fold";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import { availableByQuestion, listEvidenceMarks } from "~/platform/evidence-marks.server";
import { evidenceView, statementView, type GroundView } from "~/platform/evidence-view.server";
import { searchEvidence, searchTexts } from "~/platform/search.server";
import type { SectionStudy } from "./section-study.server";
import type { BlockView } from "./section-view.server";

/** What the evidence panel is asked for: the block to cite in, words as typed (null = suggest something), and kinds. */
export interface GroundSearch {
  block: BlockView;
  words: string | null;
  kinds: readonly NodeKind[];
}

/** A result of the panel: the ground in full, where it is cited already, and how it is linked here. */
export interface FoundGround extends GroundView {
  citedIn: string[];
  linkedHere: LinkKind | null;
  /** The kinds of link that the chain allows from this block. */
  allowed: LinkKind[];
}

const limit = 25;

/** Evidence and statements to cite in a block, best first. Only what can be cited is in it; without words, what fits the statement or its questions. */
export async function searchGrounds(db: Db, study: SectionStudy, search: GroundSearch): Promise<FoundGround[]> {
  const kinds = search.kinds.length > 0 ? search.kinds : nodeKinds;
  const evidence = await findEvidence(db, study, { ...search, kinds });
  const citable = evidence.filter(({ citable: problem }) => problem === null).map((one) => evidenceView(one, study.reading, study.base));
  const statements = kinds.includes("statement") ? findStatements(study, search) : [];
  return [...statements, ...citable].slice(0, limit).map((view) => withUse(study, search.block, view));
}

async function findEvidence(db: Db, study: SectionStudy, { block, words, kinds }: GroundSearch): Promise<Evidence[]> {
  const { assessment, protocol, user } = study;
  const wanted = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  if (words !== null && words.trim() !== "") return searchEvidence({ assessment, protocol, viewer: user, words, kinds: wanted, limit });
  const keys = words === null && block.statement ? await suggested(study, block, wanted) : [];
  const refs = keys.length > 0 ? keys : await tagged(db, study, block);
  const found = await readEvidence(db, {
    assessment,
    protocol,
    viewer: user,
    which: whichOf(refs.filter(({ kind }) => wanted.some((one) => one === kind)).slice(0, limit)),
  });
  return refs.flatMap((ref) => found.get(nodeKey(ref)) ?? []);
}

/** What holds the most of the longest words of a statement: four searches, whatever its length. */
async function suggested({ assessment }: SectionStudy, block: BlockView, kinds: readonly NodeKind[]) {
  const words = [...new Set(foldWords(textOfDoc(block.document), "und"))]
    .filter((word) => word.length > 4)
    .toSorted((one, other) => other.length - one.length);
  const searches = words
    .slice(0, 4)
    .map((one) => searchTexts({ assessmentId: assessment.id, kinds, words: one, languages: assessment.languages, limit }));
  const hits = (await Promise.all(searches)).flat();
  const counts = new Map<string, number>();
  for (const { kind, recordId } of hits) counts.set(`${kind}/${recordId}`, (counts.get(`${kind}/${recordId}`) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).flatMap(([key]) => refOf(key));
}

function refOf(key: string): { kind: NodeKind; id: string }[] {
  const [kind, id] = key.split("/");
  const known = nodeKinds.find((one) => one === kind);
  return known && id !== undefined ? [{ kind: known, id }] : [];
}

/** The evidence that is tagged with the questions of the section, or with that of the answer. */
async function tagged(db: Db, { assessment, protocol, section }: SectionStudy, block: BlockView) {
  const available = availableByQuestion(await listEvidenceMarks(db, assessment.id, protocol));
  const questions = block.statement?.question ? [block.statement.question.code] : section.questions;
  const refs = questions.flatMap((question) => available.get(question) ?? []);
  return [...new Map(refs.map((ref) => [nodeKey(ref), ref])).values()];
}

function findStatements({ document, reading, base, protocol }: SectionStudy, { block, words }: GroundSearch): GroundView[] {
  const from = block.statement?.kind;
  const allowed = from ? mayStandOn(protocol.rules.chain, from).statements : [];
  const wanted = foldWords(words ?? "", reading.language);
  if (words === null && allowed.length === 0) return [];
  return [...document.statements.values()]
    .filter(({ id, kind }) => id !== block.statement?.id && (words !== null || allowed.includes(kind)))
    .toSorted((one, other) => compareStatementCodes(one.code, other.code))
    .flatMap(({ id, code }) => {
      const view = statementView(document, id, reading, base);
      const text = view?.text ? foldWords(view.text.text, view.text.language) : [];
      const fits = code.toLowerCase() === words?.trim().toLowerCase() || wanted.every((word) => text.some((one) => one.startsWith(word)));
      return view && fits ? [view] : [];
    });
}

function withUse({ document, protocol }: SectionStudy, block: BlockView, view: GroundView): FoundGround {
  const { graph } = document;
  const citing = (graph.linksTo.get(nodeKey(view)) ?? []).flatMap((link) => graph.statementOfBlock.get(link.fromBlockId)?.code ?? []);
  const linked = block.grounds.find((ground) => nodeKey(ground) === nodeKey(view));
  const from = block.statement?.kind;
  const allows = from ? mayStandOn(protocol.rules.chain, from) : null;
  const target = graph.statements.get(view.id);
  const bears =
    allows !== null && (isEvidenceKind(view.kind) ? allows.evidence : target !== undefined && allows.statements.includes(target.kind));
  return {
    ...view,
    citedIn: [...new Set(citing)],
    linkedHere: linked?.relation ?? null,
    allowed: bears ? ["supports", "contradicts", "context"] : ["context"],
  };
}
