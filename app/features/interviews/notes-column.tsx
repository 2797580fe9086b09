import { useTranslations } from "use-intl";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import { AttachmentList } from "~/ui/attachment-list";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { MovesSheet } from "./moves-sheet";
import type { InterviewPage } from "./load-interview.server";
import type { Kept } from "~/platform/kept";

/** Beside the questions: the raw notes by question, for those who may read them, and the steps of the interview. */
export function NotesColumn({ slug, page, kept }: { slug: string; page: InterviewPage; kept: Kept | undefined }) {
  const t = useTranslations("interviews.notes");
  const noted = page.answers.filter(({ notes }) => (notes ?? "").trim() !== "");
  return (
    <div className="gap notes-column">
      <Sheet as="aside" title={t("title")} aside={page.interview.notesFor === "team" && <StatusTag state="team-only" />}>
        {page.may.readNotes ? (
          <>
            <p className="small soft">{t(page.interview.notesFor === "team" ? "introTeam" : "introInterviewers")}</p>
            {noted.length === 0 && <p className="soft small">{t(page.may.record ? "emptyWhere" : "empty")}</p>}
            <ol className="lines">
              {noted.map((answer) => {
                const { item, number } = readAnswerCode(answer.code);
                return (
                  <li key={answer.id}>
                    <a href={`#q${number}`} className="num">
                      {item}
                    </a>
                    <span className="keep-lines" lang={answer.language}>
                      {answer.notes}
                    </span>
                  </li>
                );
              })}
            </ol>
          </>
        ) : (
          <p className="soft small">{t("hidden")}</p>
        )}
      </Sheet>
      <AttachmentList holder="interview" list={page.files} base={`/assessments/${slug}`} />
      <MovesSheet page={page} kept={kept} />
    </div>
  );
}
