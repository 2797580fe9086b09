import { useTranslations } from "use-intl";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import type { InterviewPage } from "./load-interview.server";

export interface AnswerOvertakenProps {
  slug: string;
  page: InterviewPage;
  overtaken: Overtaken;
}

/** Somebody else kept the notes of an answer, or its translation, while they were being written here. */
export function AnswerOvertaken({ slug, page, overtaken }: AnswerOvertakenProps) {
  const t = useTranslations("interviews");
  const answer = page.answers.find(({ id }) => id === overtaken.mine["answerId"]?.[0]);
  const language = overtaken.mine["language"]?.[0];
  const code = answer?.code ?? page.interview.code;
  const field =
    language === undefined
      ? { name: "notes", label: t("form.notes"), lang: answer?.language }
      : { name: "record", label: t("answer.translation", { language }), lang: language };
  return (
    <OvertakenScreen
      what={code}
      overtaken={overtaken}
      fields={[{ ...field, kind: "lines" }]}
      leaveHref={`/assessments/${slug}/interviews/${page.interview.code}#q${readAnswerCode(code).item}`}
    />
  );
}
