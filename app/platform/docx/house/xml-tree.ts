import type { XmlElement } from "~/platform/read-package.server";

/** Elements that were read raw, as XML again. */
export function xmlOf(elements: readonly XmlElement[]): string {
  return elements
    .map(({ name, attributes, children, text }) => {
      if (name === "#text") return text;
      const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`);
      const inside = xmlOf(children);
      return inside === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inside}</${name}>`;
    })
    .join("");
}

/** An element of this name. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlElement[] = []): XmlElement {
  return { name, attributes, children, text: "" };
}

/** Elements with each of them, the innermost first, replaced by what a rule makes of it: itself, others, or nothing. */
export function rewrite(elements: readonly XmlElement[], rule: (element: XmlElement) => readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((each) => rule(each.children.length === 0 ? each : { ...each, children: rewrite(each.children, rule) }));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A raw text as it reads. */
export function plainText(raw: string): string {
  return raw.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu,
    (whole, hex: string, decimal: string, name: string) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The value of a child element: `<w:color w:val="0000FF"/>`. */
export function valueOf(element: XmlElement | undefined, name: string, attribute = "w:val"): string | undefined {
  return element?.children.find((each) => each.name === name)?.attributes[attribute];
}
