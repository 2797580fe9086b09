import { textIn } from "~/domain/local-text";
import { anchorIn, atomsIn, groundsShown, sectionLabel, type Assembly } from "~/domain/document/assembly";
import type { SectionContent, StatementContent } from "~/domain/document/content";
import { plainInline, textLines } from "~/domain/document/inline";
import type { StatementShown } from "~/domain/document/model";
import { chosenIn } from "~/domain/document/passage";

/** A statement as shown in a section: with its bookmark at home, as *repeated* anywhere else. */
export function statementShown(assembly: Assembly, statement: StatementContent, within: SectionContent, repeats: boolean): StatementShown {
  const home = assembly.sectionById.get(statement.sectionId);
  const { body, language, flag } = chosenIn(statement.text, assembly.language, within.language);
  return {
    kind: "statement",
    code: statement.code,
    anchor: anchorIn(assembly, "statement", statement.code),
    statementKind: statement.kind,
    ...(repeats && home ? { repeats: { sectionCode: home.code, label: sectionLabel(assembly, home) } } : {}),
    language,
    ...(flag ? { flag } : {}),
    ...questionOf(assembly, statement),
    paragraphs: textLines(body, atomsIn(assembly, statement.links)),
    ...addresseeOf(assembly, statement),
    ...confidenceOf(assembly, statement),
    grounds: groundsShown(assembly, statement.links),
    ...contradictionOf(assembly, statement),
    limitations: statement.limitationIds.flatMap((id) => assembly.limitationById.get(id)?.number ?? []),
  };
}

function questionOf({ language, content }: Assembly, { question }: StatementContent) {
  if (!question) return {};
  return { question: plainInline(`${question.code}. ${textIn(question.text, language, [content.originalLanguage])}`) };
}

function addresseeOf({ language, content }: Assembly, { addressedTo }: StatementContent) {
  return addressedTo ? { addressedTo: textIn(addressedTo, language, [content.originalLanguage]) } : {};
}

function confidenceOf({ language, content }: Assembly, { confidence }: StatementContent) {
  if (!confidence) return {};
  const level = textIn(confidence.level, language, [content.originalLanguage]);
  return { confidence: confidence.reason.trim() === "" ? level : `${level}: ${confidence.reason}` };
}

function contradictionOf(assembly: Assembly, { contradictionAnswer }: StatementContent) {
  if (!contradictionAnswer || contradictionAnswer.body.trim() === "") return {};
  const { body, language, flag } = chosenIn(contradictionAnswer, assembly.language);
  const line = plainInline(body);
  if (!flag) return { contradictionAnswer: line };
  const marked = line.map((each) => (each.kind === "text" ? { ...each, language } : each));
  return { contradictionAnswer: [...marked, { kind: "text" as const, text: ` [${assembly.say(flag)}]`, em: true as const }] };
}
