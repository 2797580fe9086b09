import { isNote } from "~/domain/text/limits";
import { elementsOf, styleOf, wordsOf, type PasteElement, type PasteNode } from "./paste-tree";

/** The footnotes of pasted HTML: the text to which each call leads, and the elements that hold these texts, which are not read again. */
export interface PastedNotes {
  noteOf: (call: PasteElement) => string | undefined;
  isNote: (element: PasteElement) => boolean;
}

const marker = /^[\s[(]*(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§])[\s\])]*$/iu;
const holders = new Set(["p", "li", "div", "dd", "aside", "td"]);
const noteId = /^(?:_?(?:ftn|edn)|sdfootnote|sdendnote|fn|footnote|cite_note|ftnt)[\w:.-]*$/iu;

/** Finds which links call a note: those whose words are a mark (`[1]`) and that lead to a passage elsewhere in what was pasted. */
export function notesIn(nodes: readonly PasteNode[]): PastedNotes {
  const elements = [...elementsOf(nodes)];
  const places = new Map<string, PasteElement>();
  for (const [element, around] of elements) {
    const holder = holderOf(element, around);
    for (const name of [element.attrs["id"], element.attrs["name"]]) if (name && holder) places.set(name, holder);
  }
  const calls = new Map<PasteElement, string>();
  const taken = new Set<PasteElement>();
  for (const [call, around] of elements) {
    const target = targetOf(call);
    const holder = target === undefined ? undefined : places.get(target);
    if (!holder || around.includes(holder) || !noteId.test(target ?? "") || isBackLink(target ?? "") || !marker.test(wordsOf(call)))
      continue;
    const text = textOfNote(holder);
    if (!isNote(text)) continue;
    calls.set(call, text);
    taken.add(holder);
  }
  return { noteOf: (call) => calls.get(call), isNote: (element) => taken.has(element) };
}

const isBackLink = (target: string) => /ref|anc$/iu.test(target);

/** What holds the text of a note: what is marked as a note, else the nearest paragraph, item or division. */
function holderOf(element: PasteElement, around: readonly PasteElement[]): PasteElement | undefined {
  const nearest = [...around, element].toReversed();
  const marked = nearest.find(
    (one) =>
      /^(?:foot|end)note$/u.test(styleOf(one).get("mso-element") ?? "") || (one.name === "div" && noteId.test(one.attrs["id"] ?? "")),
  );
  return marked ?? nearest.find(({ name }) => holders.has(name));
}

function targetOf({ name, attrs }: PasteElement): string | undefined {
  const [, fragment] = name === "a" ? (attrs["href"] ?? "").split("#") : [];
  return fragment === undefined || fragment === "" ? undefined : fragment;
}

/** The words of a note in one line, without the mark that leads back to its call. */
function textOfNote(holder: PasteElement): string {
  const words = (node: PasteNode): string => {
    if (typeof node === "string") return node;
    if (targetOf(node) !== undefined && (marker.test(wordsOf(node)) || /^[\s↑↩^]*$/u.test(wordsOf(node)))) return "";
    return ` ${node.children.map(words).join("")}${holders.has(node.name) ? " " : ""}`.replace(
      /^ (?=\S)/u,
      holders.has(node.name) ? " " : "",
    );
  };
  return holder.children
    .map(words)
    .join("")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^[↑^]\s*/u, "");
}
