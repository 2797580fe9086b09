import type { FileComment } from "~/domain/returned/annotated-file";
import { readParagraphs } from "./read-paragraphs";
import { elementsNamed, type XmlElement } from "~/platform/read-package.server";

/** What Office 2013 and later say of a comment beside its words: what it answers, and whether it is done (w15 of [MS-DOCX] 2.5.1). */
interface Extended {
  parent: string | null;
  done: boolean;
}

interface Known extends FileComment {
  /** The paragraph by which the extended part names it: its last. */
  place: string;
}

/** The comments of a Word file in the order of the file, answers below what they answer. */
export function readComments(comments: readonly XmlElement[], extended: readonly XmlElement[]): FileComment[] {
  const said = new Map(elementsNamed(extended, "w15:commentEx").map((each) => [each.attributes["w15:paraId"] ?? "", extendedOf(each)]));
  const known = elementsNamed(comments, "w:comment").map((each) => commentOf(each, said));
  const parentOf = ({ place }: Known) => said.get(place)?.parent ?? null;
  const isAnswer = (one: Known) => known.some(({ place }) => place !== "" && place === parentOf(one) && place !== one.place);
  return known
    .filter((one) => !isAnswer(one))
    .map(({ place, ...one }) => ({
      ...one,
      answers: known
        .filter((other) => place !== "" && parentOf(other) === place && isAnswer(other))
        .map(({ author, at, text }) => ({ author, at, text })),
    }));
}

function extendedOf({ attributes }: XmlElement): Extended {
  return { parent: attributes["w15:paraIdParent"] ?? null, done: attributes["w15:done"] === "1" || attributes["w15:done"] === "true" };
}

function commentOf(element: XmlElement, said: ReadonlyMap<string, Extended>): Known {
  const { attributes, children } = element;
  const place = elementsNamed(children, "w:p").at(-1)?.attributes["w14:paraId"] ?? "";
  const text = readParagraphs(children)
    .map(({ runs }) => runs.map((run) => run.text).join(""))
    .join("\n")
    .trim();
  return {
    id: attributes["w:id"] ?? "",
    author: attributes["w:author"] || attributes["w:initials"] || "",
    at: attributes["w:date"] ?? null,
    text,
    resolved: said.get(place)?.done ?? false,
    answers: [],
    place,
  };
}
