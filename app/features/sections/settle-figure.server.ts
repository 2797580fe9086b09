import { settleFigures, settlings } from "~/domain/figures/settle";
import { figureText } from "~/domain/figures/value";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { listBlockRows } from "~/platform/evidence-graph.server";
import { readFigureValues, type FigureStudy } from "~/platform/figures.server";
import { refuse } from "~/platform/refusal.server";
import { saveBlock, type SavedBlock } from "./save-block.server";
import { saveBlockTranslation } from "./save-block-translation.server";

/** A figure to settle in the words of a block: `take interviews-held` or `keep interviews-held`; `language` where it stands in a translation. */
export interface SettleFigure {
  study: FigureStudy;
  id: string;
  version: number;
  language?: string;
  settle: string;
}

/** Lets the text say what the data say now, or keeps what it says. It is written as any other change of the words. */
export async function settleFigure(context: ChangeContext, { study, id, version, language, settle }: SettleFigure): Promise<SavedBlock> {
  const assessmentId = study.assessment.id;
  const [act, of = ""] = settle.split(" ");
  const how = settlings.find((one) => one === act);
  const [block] = await listBlockRows(db, { assessmentId, ids: [id] });
  const doc = language === undefined ? block?.document : block?.translations.find((one) => one.language === language)?.body;
  if (!block || !doc || !how) throw refuse("not-found");
  const value = (await readFigureValues(db, study, new Set([of]))).get(of);
  if (!value) throw refuse("invalid", { field: "text", message: "figure-gone" });
  const text = { doc: JSON.stringify(settleFigures(doc, of, figureText(value, language ?? block.language), how)) };
  if (language === undefined) return saveBlock(context, { assessmentId, id, version, text });
  return saveBlockTranslation(context, { assessmentId, blockId: id, language, version, text });
}
