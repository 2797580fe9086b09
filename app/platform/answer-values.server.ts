import type { PrintingSetting } from "~/domain/forms/answer-as-text";
import type { Answer } from "~/domain/protocol/fields";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import type { Db } from "./db.server";
import { translator } from "./i18n.server";
import { listReferences } from "./references.server";

/** In which language values are read, in which their yes and no are said, and in which texts are taken where that one lacks them. */
export interface ValueReading {
  language: string;
  tool: Language;
  fallback: readonly string[];
}

/** How given values are put into words: by the scales of the protocol, with the names of the records that they refer to. */
export async function printingOf(
  db: Db,
  { assessmentId, protocol }: { assessmentId: string; protocol: Protocol },
  { language, tool, fallback }: ValueReading,
  given: readonly { answer: Answer | null; value: unknown }[],
): Promise<PrintingSetting> {
  const { references } = await listReferences(db, assessmentId, protocol, given);
  const say = translator(tool, "fields");
  return {
    language,
    fallbackOrder: fallback,
    scales: protocol.scales ?? [],
    words: { yes: say("yes"), no: say("no"), unknown: say("unknown") },
    nameOf: (target, id) => references[target]?.find(({ value }) => value === id)?.label ?? id,
  };
}
