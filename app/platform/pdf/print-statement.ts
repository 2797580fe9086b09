import type { StatementShown } from "~/domain/document/model";
import { lineText } from "~/domain/document/statement-text";
import { flagIfAny, groundOf, languageOf, lineOf, placeIfAny, textOf, wordOf, type Printing } from "./printing";
import type { PrintedStatement } from "./printed";

/** How many letters a statement may have and still be kept on one page with its ground line. */
const longStatement = 2200;

/** A statement: number in the margin, text, ground line, and what belongs to it. Its number is the place, at its home only. */
export function printStatement(printing: Printing, statement: StatementShown): PrintedStatement {
  const { code, anchor, language, paragraphs, grounds, repeats, question } = statement;
  return {
    k: "statement",
    code: textOf(printing, code),
    at: repeats ? null : anchor,
    to: repeats ? placeIfAny(printing, anchor) : null,
    lang: languageOf(language),
    long: paragraphs.reduce((sum, line) => sum + lineText(line, printing.words).length, 0) > longStatement,
    question: question && !repeats ? lineOf(printing, question, printing.language) : null,
    paragraphs: paragraphs.map((line) => lineOf(printing, line, language)),
    flag: flagIfAny(printing, statement.flag),
    stands: wordOf(printing, grounds.length === 0 ? "no-grounds" : grounds.length === 1 ? "ground" : "grounds"),
    grounds: grounds.map((ground) => groundOf(printing, ground)),
    home: repeats ? `${wordOf(printing, "repeated")} ${textOf(printing, repeats.label)}` : null,
    notes: repeats ? [] : notesOf(printing, statement),
    answer: answerOf(printing, statement),
  };
}

function notesOf(printing: Printing, { addressedTo, confidence, limitations }: StatementShown): PrintedStatement["notes"] {
  const note = (key: string, text: string) => ({ label: wordOf(printing, key), parts: [{ text: textOf(printing, text), to: null }] });
  const limited = limitations.map((number) => ({ text: `L${number}`, to: printing.limitations.get(number) ?? null }));
  return [
    ...(addressedTo ? [note("addressed-to", addressedTo)] : []),
    ...(confidence ? [note("confidence", confidence)] : []),
    ...(limited.length > 0 ? [{ label: wordOf(printing, "limitations"), parts: limited }] : []),
  ];
}

function answerOf(printing: Printing, { contradictionAnswer, repeats }: StatementShown): PrintedStatement["answer"] {
  if (!contradictionAnswer || repeats) return null;
  return { label: wordOf(printing, "contradiction-answer"), line: lineOf(printing, contradictionAnswer, printing.language) };
}
