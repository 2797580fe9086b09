import type { StatementShown } from "~/domain/document/model";
import { chips, flagMark, line } from "./inline";
import { element, type Child, type Markup } from "./markup";
import { word } from "~/platform/document-locale";
import { langOf, type Writing } from "./writing";

/** A statement: number, text, ground line, and what belongs to it. Its number is the place that links lead to, at its home only. */
export function statementBlock(writing: Writing, statement: StatementShown): Markup {
  const { repeats, question } = statement;
  const { language } = writing.document;
  return element(
    "div",
    { class: repeats ? "statement repeated" : "statement" },
    question && !repeats && element("p", { class: "question" }, line(writing, question, language)),
    element("div", { class: "words", ...langOf(statement.language, language) }, textParagraphs(writing, statement)),
    groundLine(writing, statement),
    notes(writing, statement),
  );
}

function textParagraphs(writing: Writing, statement: StatementShown): Markup[] {
  const lines = statement.paragraphs.length > 0 ? statement.paragraphs : [[]];
  return lines.map((content, at) =>
    element(
      "p",
      {},
      at === 0 && [number(statement), " "],
      line(writing, content, statement.language),
      at === lines.length - 1 && flagMark(writing, statement.flag, statement.language),
    ),
  );
}

function number({ anchor, code, repeats }: StatementShown): Markup {
  return element("a", { class: "number", href: `#${anchor}`, id: repeats ? undefined : anchor }, code);
}

/** The class of the ground line: what is read of a file that came back ends where it begins. */
export const groundLineClass = "ground-line";

function groundLine(writing: Writing, { grounds, repeats }: StatementShown): Markup {
  const standing: Child =
    grounds.length === 0
      ? element("strong", { class: "none" }, word(writing, "no-grounds"))
      : [`${word(writing, grounds.length === 1 ? "ground" : "grounds")} `, chips(writing, grounds)];
  return element("p", { class: groundLineClass }, standing, repeats && ` · ${word(writing, "repeated")} ${repeats.label}`);
}

function notes(writing: Writing, statement: StatementShown): Child {
  if (statement.repeats) return null;
  const { addressedTo, confidence, limitations, contradictionAnswer } = statement;
  const note = (key: string, text: Child): Child => [element("b", {}, `${word(writing, key)}:`), " ", text];
  const short = [
    addressedTo ? note("addressed-to", addressedTo) : null,
    confidence ? note("confidence", confidence) : null,
    limitations.length > 0 ? note("limitations", limitations.map((each) => `L${each}`).join(", ")) : null,
  ].filter((each) => each !== null);
  return [
    short.length > 0 && element("p", { class: "note" }, ...short.map((each, at): Child => (at > 0 ? [" · ", each] : each))),
    contradictionAnswer &&
      element("p", { class: "note" }, note("contradiction-answer", line(writing, contradictionAnswer, writing.document.language))),
  ];
}
