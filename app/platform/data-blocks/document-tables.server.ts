import type { DataTable } from "~/domain/evidence/data-table";
import { compareCodes } from "~/domain/evidence/codes";
import { labelsOfInterviewees, type NamedInterviewee } from "~/domain/attribution";
import { nodeKey } from "~/domain/evidence/kinds";
import { numberSections } from "~/domain/sections/numbering";
import type { Protocol } from "~/domain/protocol/schema";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Db } from "../db.server";
import { documentWords } from "../document-words.server";
import { readEvidence, whichOf, type Evidence } from "../evidence.server";
import type { StudyDocument } from "../evidence-graph.server";
import { column, plainWords, textWords, toolWords, unboundColumn } from "./words";

/** Every ground that a block of the document cites, with the statements that stand on it, as a reader may see it. */
export async function registerTable(db: Db, assessment: { id: string }, protocol: Protocol, document: StudyDocument): Promise<DataTable> {
  const links = [...document.graph.linksOfBlock.values()].flat();
  const evidence = await readEvidence(db, { assessment, protocol, viewer: "reader", which: whichOf(links.map(({ to }) => to)) });
  const cited = [...evidence.values()].toSorted((one, other) => compareCodes(one.code, other.code));
  return {
    block: "evidence-register",
    caption: toolWords("evidence-register"),
    columns: [column("code"), column("evidenceKind"), unboundColumn("origin"), column("bears")],
    rows: cited.map((one) => ({
      id: `${one.kind} ${one.id}`,
      depth: 0,
      cells: [plainWords(one.code), toolWords(one.kind), originWords(one, protocol.languages), plainWords(bears(document, one))],
    })),
    notes: [],
  };
}

function bears({ graph }: StudyDocument, evidence: Evidence): string {
  const codes = (graph.linksTo.get(nodeKey(evidence)) ?? []).flatMap((link) => graph.statementOfBlock.get(link.fromBlockId)?.code ?? []);
  return [...new Set(codes)].toSorted(compareCodes).join(", ");
}

/** A judgement or an alignment is told with what is judged, on what; what that is called in one language is read in that. */
function originWords({ origin }: Evidence, languages: readonly string[]) {
  switch (origin.kind) {
    case "source":
      return plainWords([origin.authors || origin.title, origin.year, origin.place].filter(Boolean).join(", "));
    case "interview":
      return origin.people.length === 0 ? toolWords("unnamed") : textWords(peopleWords(origin.people, languages));
    case "actor":
      return plainWords(origin.name);
    case "judgement":
      return textWords(joinedTexts([origin.subject, origin.criterion], languages));
    case "framework":
      return textWords(joinedTexts([origin.title, origin.node], languages));
  }
}

/** Everyone who gave an answer, as the reader may know them. */
function peopleWords(people: readonly NamedInterviewee[], languages: readonly string[]): LocalText {
  const inLanguage = (language: string) => labelsOfInterviewees(people, language, documentWords(language)("unnamed"), languages).join("; ");
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)]));
}

/** Texts in languages as one, with a comma between; null when there is none. */
function joinedTexts(texts: readonly (LocalText | null)[], languages: readonly string[]): LocalText | null {
  const there = texts.filter((text) => text !== null);
  if (there.length === 0) return null;
  return Object.fromEntries(languages.map((language) => [language, there.map((text) => textIn(text, language, languages)).join(", ")]));
}

/** Who signed off which section and when: the sign-offs that were not ended. */
export async function approvalsTable(db: Db, assessmentId: string, document: StudyDocument): Promise<DataTable> {
  const signOffs = await db.signOff.findMany({
    where: { assessmentId, endedAt: null },
    select: { id: true, sectionId: true, byId: true, at: true, sectionChanges: true },
    orderBy: { at: "asc" },
  });
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(signOffs.map(({ byId }) => byId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const rows = numberSections(document.sections).flatMap(({ section, number }) =>
    signOffs
      .filter(({ sectionId }) => sectionId === section.id)
      .map(({ id, byId, at, sectionChanges }) => ({
        id,
        depth: 0,
        cells: [
          plainWords(number ?? section.code),
          textWords(section.heading),
          plainWords(names.get(byId)),
          plainWords(at.toISOString().slice(0, 10)),
          plainWords(sectionChanges),
        ],
      })),
  );
  return {
    block: "approvals",
    caption: toolWords("approvals"),
    columns: [unboundColumn("number"), unboundColumn("section"), unboundColumn("by"), unboundColumn("date"), unboundColumn("version")],
    rows,
    notes: [],
  };
}
