import { textIn } from "~/domain/local-text";
import { questionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Option } from "~/ui/options";

/** What a search can be narrowed to, as the selects of the page show it. */
export interface SearchChoices {
  questions: Option[];
  perspectives: Option[];
  languages: readonly string[];
}

/** The research questions, the perspectives and the languages of a study. */
export function searchChoices(protocol: Protocol, language: string, languages: readonly string[]): SearchChoices {
  return {
    questions: questionsInOrder(protocol)
      .filter(({ node }) => node.kind !== "group")
      .map(({ node }) => ({ value: node.id, label: `${node.id} ${textIn(node.text, language, languages)}` })),
    perspectives: (protocol.perspectives ?? []).map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) })),
    languages,
  };
}
