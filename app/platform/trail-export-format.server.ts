import { z } from "zod";

/** The format that an export says it has; a reader refuses any other. */
export const exportFormat = "grondslag-audit/1";

/** `manifest.json` of an export: what it holds, and the digest of every other file in it. */
export const Manifest = z.object({
  format: z.literal(exportFormat),
  installation: z.string(),
  chain: z.string(),
  first: z.number().int(),
  last: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  counts: z.object({ events: z.number().int(), details: z.number().int() }),
  /** False = the export holds commitments only, no content. */
  details: z.boolean(),
  madeAt: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number().int() })),
});

/** The parsed manifest of an export. */
export type Manifest = z.output<typeof Manifest>;

/** One line of `events.jsonl`. */
export const EventLine = z.object({ body: z.string(), hash: z.string() });

/** One line of `details.jsonl`. */
export const DetailLine = z.object({
  seq: z.number().int(),
  part: z.string(),
  about: z.string().nullable(),
  salt: z.string(),
  body: z.string(),
});

/** An export that can't be made, in one sentence for the operator. */
export class ExportProblem extends Error {}

/** What a person without the program reads in an export. */
export const readme = `Grondslag: uitvoer van een spoor (audit trail)

manifest.json   wat deze uitvoer bevat, met de SHA-256 van elk bestand
events.jsonl    de gebeurtenissen op volgorde; elke regel {"body","hash"}
details.jsonl   wie, hoe het heette en wat er veranderde (alleen als manifest.json "details": true zegt)

hash = SHA-256("grondslag.event.v1\\n" + body); "prev" in body is de hash van de gebeurtenis ervoor.
Elk detail in body is HMAC-SHA-256(salt, "grondslag.detail.v1\\n" + part + "\\n" + body van het detail).
Controleren: npm run audit:verify -- DIT_BESTAND

----

Grondslag: export of an audit trail

manifest.json   what this export holds, with the SHA-256 of every file
events.jsonl    the events in order; each line {"body","hash"}
details.jsonl   who, what it was called and what changed (only if manifest.json says "details": true)

hash = SHA-256("grondslag.event.v1\\n" + body); "prev" in body is the hash of the event before.
Each detail in body is HMAC-SHA-256(salt, "grondslag.detail.v1\\n" + part + "\\n" + body of the detail).
To verify: npm run audit:verify -- THIS_FILE
`;
