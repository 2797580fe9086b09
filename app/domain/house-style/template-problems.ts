/** What stands in the way of using a template; the words are in the locale namespace `houseStyle`, under `refused`. */
export const templateProblemKinds = [
  "macros",
  "activeX",
  "embedded",
  "foreignContent",
  "attachedTemplate",
  "external",
  "field",
  "documentType",
  "strict",
  "spelling",
  "content",
] as const;

/** One thing for which a template is refused: what it is, in which part of the file, and what was found there. */
export interface TemplateProblem {
  kind: (typeof templateProblemKinds)[number];
  part: string;
  found: string;
}

/** What is in a packed Word file, as far as it is looked at for what it would fetch or run. */
export interface TemplateInventory {
  parts: readonly { path: string; contentType: string }[];
  /** The relationships of each part; `type` is the last word of its address. */
  relations: readonly { part: string; type: string; target: string; external: boolean }[];
  /** The parts of XML: whether they have a document type, their namespaces by prefix, and the names of the elements in them. */
  xml: readonly { part: string; hasDoctype: boolean; namespaces: readonly (readonly [string, string])[]; elements: readonly string[] }[];
  fields: readonly { part: string; instruction: string }[];
  /** Addresses that stand in the text of a part itself, where it names a picture or a file. */
  addresses: readonly { part: string; target: string }[];
}

/** Everything for which a template is refused, each named once: what runs, what is fetched from elsewhere, and what can't be looked into. */
export function templateProblems(inventory: TemplateInventory): TemplateProblem[] {
  const found = [
    ...inventory.parts.flatMap(problemOfPart),
    ...inventory.relations.flatMap(problemOfRelation),
    ...inventory.xml.flatMap(problemsOfXml),
    ...inventory.fields.flatMap(problemOfField),
    ...inventory.addresses.flatMap(({ part, target }) => (isElsewhere(target) ? [problem("external", part, target)] : [])),
  ];
  return [...new Map(found.map((one) => [`${one.kind} ${one.part} ${one.found}`, one])).values()];
}

const longest = 120;
const problem = (kind: TemplateProblem["kind"], part: string, found: string): TemplateProblem => ({
  kind,
  part,
  found: found.length > longest ? `${found.slice(0, longest)}…` : found,
});

function problemOfPart({ path, contentType }: TemplateInventory["parts"][number]): TemplateProblem[] {
  const file = path.split("/").at(-1) ?? path;
  if (/vba|macroEnabled/iu.test(contentType) || /vba(Project|Data)/iu.test(file)) return [problem("macros", path, file)];
  if (/activeX/iu.test(contentType) || /(^|\/)activeX\//iu.test(path)) return [problem("activeX", path, file)];
  if (/(^|\/)embeddings\//iu.test(path) || /oleObject/iu.test(contentType)) return [problem("embedded", path, file)];
  return [];
}

function problemOfRelation({ part, type, target, external }: TemplateInventory["relations"][number]): TemplateProblem[] {
  if (type === "vbaProject") return [problem("macros", part, target)];
  if (type === "attachedTemplate") return [problem("attachedTemplate", part, target)];
  if (type === "aFChunk" || type === "subDocument") return [problem("foreignContent", part, target)];
  if (type === "oleObject" || type === "package") return [problem("embedded", part, target)];
  if (type === "control") return [problem("activeX", part, target)];
  // A link in a text fetches nothing by itself, and is left out.
  return external && type !== "hyperlink" ? [problem("external", part, target)] : [];
}

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const prefixes: Readonly<Record<string, string>> = {
  [wordNamespace]: "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
};
const elementProblems: Readonly<Record<string, TemplateProblem["kind"]>> = {
  "w:altChunk": "foreignContent",
  "w:subDoc": "foreignContent",
  "w:control": "activeX",
  "w:object": "embedded",
  "o:OLEObject": "embedded",
};

function problemsOfXml({ part, hasDoctype, namespaces, elements }: TemplateInventory["xml"][number]): TemplateProblem[] {
  if (hasDoctype) return [problem("documentType", part, "DOCTYPE")];
  const strict = namespaces.find(([, address]) => address.startsWith("http://purl.oclc.org/ooxml/"));
  if (strict) return [problem("strict", part, strict[1])];
  // Under another prefix than the usual one an element would not be known for what it is.
  const odd = namespaces.filter(
    ([prefix, address]) =>
      (prefixes[address] ?? prefix) !== prefix || ((prefix === "w" || prefix === "r") && prefixes[address] === undefined),
  );
  return [
    ...odd.map(([prefix, address]) => problem("spelling", part, `xmlns:${prefix}="${address}"`)),
    ...elements.flatMap((name) => {
      const kind = elementProblems[name];
      return kind ? [problem(kind, part, name)] : [];
    }),
  ];
}

/** Fields that fetch from elsewhere or run something, by their first word. */
const fetching = new Set([
  "INCLUDETEXT",
  "INCLUDEPICTURE",
  "INCLUDE",
  "IMPORT",
  "DDE",
  "DDEAUTO",
  "LINK",
  "EMBED",
  "RD",
  "DATABASE",
  "MACROBUTTON",
  "CONTROL",
  "HTMLACTIVEX",
]);

function problemOfField({ part, instruction }: TemplateInventory["fields"][number]): TemplateProblem[] {
  const plain = instruction.trim().replaceAll(/\s+/gu, " ");
  return fetching.has((plain.split(" ")[0] ?? "").toUpperCase()) ? [problem("field", part, plain)] : [];
}

function isElsewhere(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/iu.test(target.trim()) && !/^data:/iu.test(target.trim());
}
