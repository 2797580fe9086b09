/** A piece of HTML: only `element`, `written` and `page` make one, so no text of a study gets in without being escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

/** What stands in an element: words are escaped, what is null or false is left out. */
export type Child = Markup | string | false | null | undefined | readonly Child[];

/** The attributes of an element; `true` has no value, what is undefined or false is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no end and hold nothing. */
const empty = new Set(["meta", "br", "col"]);

/** Characters that no HTML file can hold: controls but tab and the ends of lines, halves of a pair, and what Unicode keeps free. */
const impossible = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Words without the characters that no HTML file can hold. */
export function possible(text: string): string {
  return text.replaceAll(impossible, "");
}

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;" };

/** Words as they stand in an element or in the value of an attribute, whatever they hold. */
export function escaped(text: string): string {
  return possible(text).replaceAll(/[&<>"'\r]/g, (sign) => named[sign] ?? "");
}

/** An element with its attributes and what stands in it. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const start = `<${name}${written.join("")}>`;
  return new Markup(empty.has(name) ? start : `${start}${children.map(htmlOf).join("")}</${name}>`);
}

/** Several pieces as one. */
export function pieces(...children: Child[]): Markup {
  return new Markup(children.map(htmlOf).join(""));
}

/** HTML that another part of the program wrote as such: a drawing, a style, data in JSON. */
export function written(html: string): Markup {
  return new Markup(html);
}

function attribute(key: string, value: Attributes[string]): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`;
}

function htmlOf(child: Child): string {
  if (child instanceof Markup) return child.html;
  if (typeof child === "string") return escaped(child);
  return isList(child) ? child.map(htmlOf).join("") : "";
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}
