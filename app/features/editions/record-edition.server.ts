import { canonical } from "~/domain/canonical";
import { nextDraft } from "~/domain/moves/edition";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import type { NamedFile } from "./compile-edition.server";
import { listPlaced, type PreparedEdition } from "./prepare-edition.server";

/** An edition whose files are kept. */
interface KeptEdition extends PreparedEdition {
  id: string;
  assessmentId: string;
  languages: readonly string[];
  files: readonly NamedFile[];
}

/** Records an edition with its event, and does what else belongs into the same change; refuses one whose number another got first. */
export async function recordEdition(
  context: ChangeContext,
  edition: KeptEdition,
  also: (tx: Tx) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { id, assessmentId } = edition;
  const { number, draft } = edition.numbering;
  await change({ ...context, chain: assessmentId }, async (tx) => {
    await also(tx);
    const next = nextDraft(await listPlaced(tx, assessmentId));
    if (next.number !== number || next.draft !== draft) throw refuse("conflict", { number: next.number, draft: next.draft });
    await createRows(tx, context, edition);
    await keepVersion(tx, {
      assessmentId,
      kind: "edition",
      recordId: id,
      number: 1,
      body: bodyOf(edition),
      by: context.by,
      at: context.at,
    });
    const subject = { type: "edition", id, version: 1 } as const;
    return { result: undefined, event: { action: "edition.compile", subject, label: `${number}.${draft}`, change: toldOf(edition) } };
  });
}

const filesOf = ({ files }: KeptEdition) => files.map(({ format, language, sha256 }) => ({ format, language, sha256 }));

function bodyOf(edition: KeptEdition) {
  const { numbering, languages, built, manifest } = edition;
  const { number, draft, purpose } = numbering;
  return { number, draft, purpose, state: "draft", languages: [...languages], hash: built.hash, manifest, files: filesOf(edition) };
}

function toldOf(edition: KeptEdition) {
  const { numbering, languages, built, counts } = edition;
  const { sections, statements, grounds, unsigned } = counts;
  return {
    purpose: numbering.purpose,
    languages: [...languages],
    hash: built.hash,
    files: filesOf(edition),
    provenance: built.provenance,
    sections,
    statements,
    grounds,
    unsigned,
  };
}

async function createRows(tx: Tx, { at, by }: ChangeContext, edition: KeptEdition): Promise<void> {
  const { id, assessmentId, numbering, languages, contentDigest, built, files, manifest } = edition;
  const { number, draft, purpose, at: compiledAt } = numbering;
  const frozen = { blocks: built.blocks, manifest: canonical(manifest), hash: built.hash, contentDigest };
  const place = { id, assessmentId, number, draft, purpose, state: "draft", languages: JSON.stringify(languages) };
  await tx.edition.create({ data: { ...place, ...frozen, compiledAt, compiledById: by.id, version: 1 } });
  for (const { format, language, name, sha256, bytes } of files) {
    await tx.editionFile.create({ data: { id: newId(at), assessmentId, editionId: id, format, language, name, sha256, bytes } });
  }
}
