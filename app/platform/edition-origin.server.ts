import { z } from "zod";
import { canonical } from "~/domain/canonical";
import { textFingerprintHolds } from "~/domain/document/colophon";
import { EditionBlocks, type EditionDocument } from "~/domain/document/model";
import { provenanceOf, type Provenance } from "~/domain/document/provenance";
import { verifyTrail, type TrailSource, type Verdict } from "~/domain/trail/verify";
import { UnreadableTrail } from "~/domain/trail/verify-event";
import { hashing, sha256 } from "./sha256.server";
import type { RowReader } from "./trail-source.server";
import { withTrail, type OpenTrail } from "./trail-verify.server";

/** What a trail knows of the edition that a file names. */
export interface Origin {
  /** The verdict on the trail itself. */
  trail: Verdict;
  /** Whether an edition of that hash was compiled there. */
  compiled: boolean;
  /** Whether the file says of its origin what was recorded; null where the trail can't tell (an edition of an earlier program, an export without details). */
  provenanceHolds: boolean | null;
  /** Whether the fingerprint of the text in the colophon is that of the stored document, counted again; null where there is no colophon or no database. */
  fingerprintHolds: boolean | null;
  /** What the edition has, out of the database; null where there is none to ask. */
  edition: Provenance | null;
}

/**
 * Asks a database or an export of a trail about the edition that a file names by its hash. Refuses an export without details, which tells nothing of
 * editions.
 */
export function findOrigin(target: string, named: Provenance): Promise<Origin> {
  return withTrail(target, async ({ source, rows }: OpenTrail) => {
    const told = await findCompiled(source, named["grondslag:sha256"]);
    const document = rows && told ? await readDocument(rows, named) : null;
    const edition = document && provenanceOf(document, named["grondslag:sha256"]);
    const recorded = told?.provenance?.find(({ language }) => language === named["dcterms:language"])?.sha256 ?? null;
    return {
      trail: await verifyTrail(hashing, source),
      compiled: told !== null,
      provenanceHolds: edition ? canonical(edition) === canonical(named) : recorded === null ? null : recorded === sha256(canonical(named)),
      fingerprintHolds: document && textFingerprintHolds(document, sha256),
      edition,
    };
  });
}

const Told = z.object({ hash: z.string(), provenance: z.array(z.object({ language: z.string(), sha256: z.string() })).optional() });
type Told = z.infer<typeof Told>;

const EventNamed = z.object({ action: z.string(), seq: z.int() });

/** The event of the trail that tells of the edition with this hash. */
async function findCompiled(source: TrailSource, hash: string): Promise<Told | null> {
  for (const chain of source.chains) {
    for await (const { events, details } of source.batches(chain)) {
      if (details === null) throw new UnreadableTrail("An export without details tells nothing of editions.");
      const compiled = new Set(
        events
          .map(({ body }) => EventNamed.parse(JSON.parse(body)))
          .flatMap(({ action, seq }) => (action === "edition.compile" ? [seq] : [])),
      );
      const found = details
        .filter(({ seq, part }) => part === "change" && compiled.has(seq))
        .map(({ body }) => Told.safeParse(JSON.parse(body)));
      for (const { data } of found) if (data?.hash === hash) return data;
    }
  }
  return null;
}

/** The stored document in the language of the file; null where the documents are not what the hash was made over. */
async function readDocument(rows: RowReader, named: Provenance): Promise<EditionDocument | null> {
  const hash = named["grondslag:sha256"];
  const [row] = await rows.all(`SELECT "blocks" FROM "Edition" WHERE "hash" = ?`, hash);
  const blocks = String(row?.["blocks"] ?? "");
  if (sha256(blocks) !== hash) return null;
  return EditionBlocks.parse(JSON.parse(blocks)).documents.find(({ language }) => language === named["dcterms:language"]) ?? null;
}
