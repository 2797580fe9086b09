import { strFromU8, strToU8 } from "fflate";
import { xmlText } from "~/platform/xml-text";

/** The namespace of the part in which a Word file says where it comes from. */
export const provenanceNamespace = "urn:grondslag:provenance:1";

/** Names the part for programs that keep several: the same in every file, since it stands for the namespace. */
const storeId = "{6B0E5A0C-5C0D-4E0B-9D0F-2B6C1D3A7E01}";

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Adds a custom XML part (ECMA-376 part 1, 15.2.5) with what the file says of its origin, as JSON in its only element: Word and LibreOffice keep it when they save. */
export function addProvenance(parts: Map<string, Uint8Array>, provenance: string): void {
  const add = (path: string, xml: string) => parts.set(path, strToU8(head + xml));
  add("customXml/item1.xml", `<provenance xmlns="${provenanceNamespace}" format="application/ld+json">${xmlText(provenance)}</provenance>`);
  add(
    "customXml/itemProps1.xml",
    `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${storeId}"><ds:schemaRefs><ds:schemaRef ds:uri="${provenanceNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  add("customXml/_rels/item1.xml.rels", relations(relation("rId1", "customXmlProps", "itemProps1.xml")));
  insert(parts, "word/_rels/document.xml.rels", "</Relationships>", (xml) => {
    const count = xml.match(/<Relationship\b/gu)?.length ?? 0;
    return relation(`rId${count + 1}`, "customXml", "../customXml/item1.xml");
  });
  insert(
    parts,
    "[Content_Types].xml",
    "</Types>",
    () =>
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
  );
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

function insert(parts: Map<string, Uint8Array>, path: string, before: string, added: (xml: string) => string): void {
  const xml = strFromU8(parts.get(path) ?? new Uint8Array());
  if (!xml.includes(before)) throw new Error(`The package has no ${path}.`);
  parts.set(path, strToU8(xml.replace(before, `${added(xml)}${before}`)));
}
