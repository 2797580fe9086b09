import { compareStatementCodes } from "~/domain/evidence/codes";
import { mayStandOn } from "~/domain/evidence/chain";
import { evidenceKinds, isEvidenceKind, nodeKey, nodeKinds, type LinkKind, type NodeKind } from "~/domain/evidence/kinds";
import type { CitableProblem } from "~/domain/evidence/citable";
import { holdsQuery } from "~/domain/search/match";
import { readQuery } from "~/domain/search/query";
import { markPassage, type PassagePiece } from "~/domain/text/mark-passage";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import { evidenceView, statementView, type GroundView } from "~/platform/evidence-view.server";
import { searchEvidence } from "~/platform/search-evidence.server";
import type { SectionStudy } from "./section-study.server";
import type { BlockView } from "./section-view.server";
import { suggestGrounds, taggedGrounds } from "./suggest-grounds.server";

/** What the evidence panel is asked for: the block to cite in, words as typed (null = suggest something), and kinds. */
export interface GroundSearch {
  block: BlockView;
  words: string | null;
  kinds: readonly NodeKind[];
}

/** A result of the panel: the ground with its passage, where it is cited already, how it is linked here, and why it can't be if it can't. */
export interface FoundGround extends GroundView {
  passage: PassagePiece[];
  problem: CitableProblem | null;
  citableFrom: string | null;
  citedIn: string[];
  linkedHere: LinkKind | null;
  /** The kinds of link that the chain allows from this block. */
  allowed: LinkKind[];
}

const limit = 25;

/** Evidence and statements to cite in a block, best first; what can't be cited is in it with the reason. Without words, what fits the statement or its questions. */
export async function searchGrounds(db: Db, study: SectionStudy, search: GroundSearch): Promise<FoundGround[]> {
  const kinds = search.kinds.length > 0 ? search.kinds : nodeKinds;
  const evidence = await findEvidence(db, study, { ...search, kinds });
  const words = search.words ?? "";
  const shown = evidence
    .filter(({ citable }) => citable === null || words !== "")
    .map((one) => ({
      ...evidenceView(one, study.reading, study.base),
      problem: one.citable,
      citableFrom: one.citableFrom,
    }));
  const statements = kinds.includes("statement") ? findStatements(study, search) : [];
  return [...statements.map((view) => ({ ...view, problem: null, citableFrom: null })), ...shown]
    .map((view) => withUse(study, search.block, { ...view, passage: passageOf(view, words, study) }))
    .toSorted((one, other) => Number(isContextOnly(one)) - Number(isContextOnly(other)))
    .slice(0, limit);
}

/** What can't support comes last, so that the first result is one to cite. */
const isContextOnly = ({ allowed, problem }: FoundGround) => problem !== null || !allowed.includes("supports");

/** Where the words stand in a ground; the whole text where there are none. */
function passageOf({ text }: GroundView, words: string, { assessment }: SectionStudy): PassagePiece[] {
  if (text === null) return [];
  return words === "" ? [{ text: text.text, hit: false }] : markPassage(text.text, readQuery(words, assessment.languages), text.language);
}

async function findEvidence(db: Db, study: SectionStudy, { block, words, kinds }: GroundSearch): Promise<Evidence[]> {
  const { assessment, protocol, user } = study;
  const wanted = evidenceKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  if (words !== null && words.trim() !== "") return searchEvidence(db, { assessment, protocol, viewer: user, words, kinds: wanted, limit });
  const refs = words === null ? await suggestGrounds(db, study, block, wanted) : await taggedGrounds(db, study, block);
  const found = await readEvidence(db, {
    assessment,
    protocol,
    viewer: user,
    which: whichOf(refs.filter(({ kind }) => wanted.some((one) => one === kind)).slice(0, limit)),
  });
  return refs.flatMap((ref) => found.get(nodeKey(ref)) ?? []);
}

function findStatements({ document, reading, base, protocol, assessment }: SectionStudy, { block, words }: GroundSearch): GroundView[] {
  const from = block.statement?.kind;
  const allowed = from ? mayStandOn(protocol.rules.chain, from).statements : [];
  const query = readQuery(words ?? "", assessment.languages);
  if (words === null && allowed.length === 0) return [];
  return [...document.statements.values()]
    .filter(({ id, kind }) => id !== block.statement?.id && (words !== null || allowed.includes(kind)))
    .toSorted((one, other) => compareStatementCodes(one.code, other.code))
    .flatMap(({ id, code }) => {
      const view = statementView(document, id, reading, base);
      const fits =
        query.all.length === 0 ||
        code.toLowerCase() === words?.trim().toLowerCase() ||
        (view?.text && holdsQuery(view.text.text, query, view.text.language));
      return view && fits ? [view] : [];
    });
}

type Unused = Omit<FoundGround, "citedIn" | "linkedHere" | "allowed">;

function withUse({ document, protocol }: SectionStudy, block: BlockView, view: Unused): FoundGround {
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
