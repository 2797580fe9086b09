import type { SerializeFrom } from "@remix-run/node";
import { sentencesOf, stretchesOf } from "~/domain/codes/anchor";
import { nodeKey } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { can } from "~/domain/permissions";
import type { Db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { evidenceView, readingOf } from "~/platform/evidence-view.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { codeOptions } from "./code-options";
import { findCodedText } from "./find-text.server";
import { type CodedStudy, readCodings } from "./read-codings.server";

/** A text with its marks, and what is needed to mark more of it. */
export async function loadCodedText(db: Db, study: CodedStudy, code: string) {
  const { assessment, protocol, viewer } = study;
  if (!protocol.codebook) throw refuse("not-found");
  const text = await findCodedText(db, assessment.id, { code });
  const reading = readingOf(viewer.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  const [evidence, codings] = await Promise.all([
    readEvidence(db, { assessment, protocol, viewer, which: { [text.kind]: [text.id] } }),
    readCodings(db, study, { of: text }),
  ]);
  const found = evidence.get(nodeKey(text));
  if (!found) throw refuse("not-found");
  const view = evidenceView(found, reading, base);
  const titles = new Map(protocol.codebook.map(({ id, title }) => [id, textIn(title, reading.language, reading.fallback)]));
  const listed = codings.map(({ evidence: _, byId: __, code: id, ...coding }) => ({ ...coding, code: id, title: titles.get(id) ?? id }));
  const marks = listed.flatMap(({ place, title, code: id }) => (place ? [{ ...place, title, code: id }] : []));
  return {
    base,
    code: text.code,
    from: view.from,
    href: view.href,
    text: text.text,
    language: text.language,
    digest: sha256(text.text),
    stretches: stretchesOf(text.text, marks),
    sentences: sentencesOf(text.text, text.language).map(({ start, end }) => text.text.slice(start, end)),
    codings: listed,
    codes: codeOptions(protocol, reading),
    mayWrite: can(viewer, "coding.write", assessment),
  };
}

/** What the page of one text with its marks gets. */
export type CodedTextPage = SerializeFrom<typeof loadCodedText>;
