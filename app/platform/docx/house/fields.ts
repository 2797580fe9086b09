import type { XmlElement } from "~/platform/read-package.server";
import { rewrite } from "./xml-tree";

/** The instructions of the fields in these elements, in the order in which they begin; pieces of one instruction are joined. */
export function fieldsIn(elements: readonly XmlElement[]): string[] {
  const found: string[] = [];
  const open: number[] = [];
  const walk = (some: readonly XmlElement[]) => {
    for (const each of some) {
      if (each.name === "w:fldSimple") found.push(each.attributes["w:instr"] ?? "");
      const kind = each.name === "w:fldChar" ? each.attributes["w:fldCharType"] : undefined;
      if (kind === "begin") open.push(found.push("") - 1);
      if (kind === "end") open.pop();
      const at = open.at(-1);
      if (each.name === "w:instrText" && at !== undefined) found[at] += each.children.map(({ text }) => text).join("");
      walk(each.children);
    }
  };
  walk(elements);
  return found;
}

/** Fields that count pages or repeat a heading: they go on to work. Others stay as the text that they had. */
const working = new Set(["PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF"]);

/** Says whether a field goes on to work in a document. */
export function isWorking(instruction: string): boolean {
  return working.has((instruction.trim().split(/\s/u)[0] ?? "").toUpperCase());
}

/** Elements in which only the fields that go on to work are left as fields. */
export function settleFields(elements: readonly XmlElement[]): XmlElement[] {
  const instructions = complexIn(elements);
  const open: boolean[] = [];
  let count = 0;
  return rewrite(elements, (each) => {
    if (each.name === "w:fldSimple") return isWorking(each.attributes["w:instr"] ?? "") ? [each] : each.children;
    if (each.name === "w:instrText") return open.at(-1) ? [each] : [];
    if (each.name !== "w:fldChar") return [each];
    const kind = each.attributes["w:fldCharType"];
    if (kind === "begin") open.push(isWorking(instructions[count++] ?? ""));
    const keeps = open.at(-1) ?? false;
    if (kind === "end") open.pop();
    return keeps ? [{ ...each, attributes: { "w:fldCharType": kind ?? "" }, children: [] }] : [];
  });
}

/** The instructions of the fields that are written in pieces only. */
function complexIn(elements: readonly XmlElement[]): string[] {
  return fieldsIn(rewrite(elements, (each) => (each.name === "w:fldSimple" ? each.children : [each])));
}
