import { longestComment } from "~/domain/returned/propose-comments";
import type { Language } from "~/domain/tool-language";
import { translator } from "~/platform/i18n.server";
import type { FoundItem } from "./find-returned.server";

/** What a comment says that is taken over: the words of the file, and those that they are about where the comment can't be put on them. */
export function commentWords({ body, why }: Pick<FoundItem, "body" | "why">, hasPassage: boolean, language: Language): string {
  const t = translator(language, "returnedFiles");
  const quote = body.quote !== "" && !hasPassage ? `“${body.quote}”` : "";
  return [quote, changeWords(), body.text].filter((words) => words !== "").join("\n\n");

  function changeWords(): string {
    const { before, after } = body;
    if (before === after) return "";
    if (why === "note") return t("says.note", { change: before === "" ? "added" : after === "" ? "deleted" : "changed", before, after });
    if (after === "") return t(why === "removed" ? "says.removed" : "says.deleted", { before });
    return before === "" ? t("says.added", { after }) : t("says.changed", { before, after });
  }
}

/** A text in pieces that fit in a comment each, cut between words where that can be done. */
export function cutWords(text: string): string[] {
  if (text.length <= longestComment) return text.trim() === "" ? [] : [text];
  const blank = text.slice(0, longestComment).search(/\s\S*$/u);
  const at = blank > longestComment / 2 ? blank : wholeLetters(text, longestComment);
  return [text.slice(0, at), ...cutWords(text.slice(at).trimStart())];
}

/** A place that doesn't fall within a letter of two halves. */
function wholeLetters(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at;
}

/** Why a wording is suggested: whose it is, and the file that it came in. */
export function reasonOf(author: string, fileName: string): string {
  return [author, fileName].filter((part) => part !== "").join(" · ");
}
