import { childOf, elementsNamed, type XmlElement } from "~/platform/read-package.server";
import { listShift, renameReference } from "./references";
import { rewrite } from "./xml-tree";

/** Our lists with those of a template behind them. */
export function mergeNumbering(
  ours: readonly XmlElement[],
  theirs: readonly XmlElement[],
  renamed: ReadonlyMap<string, string>,
): XmlElement[] {
  const lists = (name: string) => elementsNamed(theirs, name).flatMap((each) => rewrite([each], (inner) => listElement(inner, renamed)));
  const [abstracts, numbers] = [lists("w:abstractNum"), lists("w:num")];
  return rewrite(ours, (each) => {
    if (each.name !== "w:numbering") return [each];
    const at = each.children.findIndex(({ name }) => name === "w:num");
    const place = at < 0 ? each.children.length : at;
    return [{ ...each, children: [...each.children.slice(0, place), ...abstracts, ...each.children.slice(place), ...numbers] }];
  });
}

/** Elements of a list without pictures for signs and without what ties a level to a style, which says itself to which list it belongs. */
function listElement(each: XmlElement, renamed: ReadonlyMap<string, string>): XmlElement[] {
  if (each.name === "mc:AlternateContent") return [...(childOf(each, "mc:Fallback")?.children ?? [])];
  if (each.name.startsWith("mc:") || each.name === "#text") return [each];
  if (!each.name.startsWith("w:") || ["w:lvlPicBulletId", "w:pStyle", "w:rsid", "w:nsid", "w:tmpl"].includes(each.name)) return [];
  const attributes = Object.fromEntries(Object.entries(each.attributes).filter(([key]) => key.startsWith("w:")));
  const shifted = (key: string) => ({ ...each, attributes: { ...attributes, [key]: String(Number(attributes[key] ?? 0) + listShift) } });
  if (each.name === "w:abstractNum") return [shifted("w:abstractNumId")];
  if (each.name === "w:num") return [shifted("w:numId")];
  if (each.name === "w:abstractNumId") return [shifted("w:val")];
  return [renameReference({ ...each, attributes }, renamed)];
}
