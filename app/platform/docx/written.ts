import { FileChild, type IContext, type IXmlableObject } from "docx";

/** The children of a document as they are written: their XML, by the number that stands for each until the package is put together. */
export type WrittenTexts = string[];

/** A paragraph that holds nothing but a number, which none of ours does. */
const standing = /<w:p>(\d+)<\/w:p>/gu;

/**
 * Children that turn into XML one after the other. The library keeps what it makes of a document as objects, three times over, until all of it is text: of
 * three hundred pages two hundred MiB.
 */
export function writtenOneByOne(children: readonly FileChild[], texts: WrittenTexts): FileChild[] {
  return children.map((child) => new Written(child, texts));
}

/** The main part of a package with each child in its place. */
export function withWritten(xml: string, texts: WrittenTexts): string {
  return xml.replaceAll(standing, (_, number: string) => texts[Number(number)] ?? "");
}

class Written extends FileChild {
  #child: FileChild | null;
  readonly #texts: WrittenTexts;

  constructor(child: FileChild, texts: WrittenTexts) {
    super("w:p");
    this.#child = child;
    this.#texts = texts;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const made = this.#child?.prepForXml(context);
    this.#child = null;
    if (made === undefined) return undefined;
    const xml = xmlOf(made); // the library gives any record; these are the shapes that it writes itself
    // Where the library still has to put in the number of a list or a picture, it finds that in its own objects only.
    if (/"(?:rId)?\{/u.test(xml)) return made;
    this.#texts.push(xml);
    return { "w:p": String(this.#texts.length - 1) };
  }
}

type Plain = string | number | boolean;
interface Attributes {
  _attr?: Readonly<Record<string, Plain>>;
}
/** An element as the library gives it: `{ name: text }`, `{ name: { _attr } }` or `{ name: [{ _attr }, child, text …] }`. */
type Element = Readonly<Record<string, Plain | Attributes | Part[]>>;
type Part = Plain | Required<Attributes> | Element;

function xmlOf(element: Element): string {
  const [name, value] = Object.entries(element)[0] ?? ["", ""];
  if (typeof value !== "object") return `<${name}>${escaped(value)}</${name}>`;
  if (!Array.isArray(value)) return `<${name}${attributesOf(value)}/>`;
  let [attributes, content] = ["", ""];
  for (const part of value) {
    if (typeof part !== "object") content += escaped(part);
    else if (hasAttributes(part)) attributes += attributesOf(part);
    else content += xmlOf(part);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}

const hasAttributes = (part: Required<Attributes> | Element): part is Required<Attributes> => "_attr" in part;

const attributesOf = ({ _attr = {} }: Attributes) =>
  Object.entries(_attr)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");

const signs: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "'": "&apos;", "<": "&lt;", ">": "&gt;" };

/** As the library does it: what XML forbids is left out. */
const escaped = (value: Plain) => String(value).replace(/[&"'<>\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, (sign) => signs[sign] ?? "");
