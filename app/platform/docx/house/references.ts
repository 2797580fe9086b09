import type { XmlElement } from "~/platform/read-package.server";
import { element } from "./xml-tree";

/** By how much the lists of a template are counted higher, so that they are none of ours. */
export const listShift = 1_000;

/** A number by which a list of a template is named, as it is named beside ours; 0 = no list. */
export function shiftedNumber(each: XmlElement): XmlElement {
  const number = Number(each.attributes["w:val"] ?? "0");
  return element(each.name, { "w:val": number > 0 && number < 1_000_000 ? String(number + listShift) : "0" });
}

const references = new Set(["w:basedOn", "w:next", "w:link", "w:pStyle", "w:rStyle", "w:tblStyle", "w:styleLink", "w:numStyleLink"]);

/** A reference to a style of a template under the id that it has now. */
export function renameReference(each: XmlElement, renamed: ReadonlyMap<string, string>): XmlElement {
  const other = references.has(each.name) ? renamed.get(each.attributes["w:val"] ?? "") : undefined;
  return other === undefined ? each : { ...each, attributes: { ...each.attributes, "w:val": other } };
}
