import { textWithLanguage } from "~/domain/local-text";
import { groundShown, type Assembly } from "~/domain/document/assembly";
import type { Cell, Wording } from "~/domain/document/content";
import { plainInline } from "~/domain/document/inline";
import { runsIn } from "~/domain/evidence/data-table";
import type { Inline } from "~/domain/document/model";
import { chosenIn } from "~/domain/document/passage";

/** A piece of text of a data block as one line of the document, marked with its language where that differs. */
export function wordingLine(assembly: Assembly, wording: Wording): Inline[] {
  if ("say" in wording) return plainInline(assembly.say(wording.say, wording.values));
  if ("plain" in wording)
    return plainInline(wording.plain).map((each) => (wording.strong && each.kind === "text" ? { ...each, strong: true as const } : each));
  if ("runs" in wording)
    return runsIn(wording.runs, assembly.language).map(({ text, italic }) => ({
      kind: "text" as const,
      text,
      ...(italic && { em: true as const }),
    }));
  if ("ground" in wording) {
    const ground = groundShown(assembly, wording.ground, { relation: "context", note: "" });
    return ground ? [{ kind: "reference", text: ground.code, to: ground.to }] : [];
  }
  if ("local" in wording) {
    const found = textWithLanguage(wording.local, assembly.language, [assembly.content.originalLanguage]);
    return found ? tagged(assembly, found.text, found.language) : [];
  }
  const { body, language, flag } = chosenIn(wording.passage, assembly.language);
  const mark: Inline[] = flag ? [{ kind: "text", text: ` [${assembly.say(flag)}]`, em: true }] : [];
  return [...tagged(assembly, body, language), ...mark];
}

/** The lines of a cell; wordings that say nothing leave no line. */
export function cellLines(assembly: Assembly, cell: Cell): Inline[][] {
  return cell.map((wording) => wordingLine(assembly, wording)).filter((line) => line.length > 0);
}

/** A wording as plain text, for a caption or a label. */
export function wordingText(assembly: Assembly, wording: Wording): string {
  return wordingLine(assembly, wording)
    .map((each) => (each.kind === "text" || each.kind === "reference" ? each.text : " "))
    .join("");
}

function tagged(assembly: Assembly, text: string, language: string): Inline[] {
  return plainInline(text).map((each) => (each.kind === "text" && language !== assembly.language ? { ...each, language } : each));
}
