import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { AnswerInFull } from "./answer-in-full";
import type { Reading } from "./load-readings.server";

/** The answers as a text to read: one question with what everyone said, or one interview from begin to end. */
export function ReadingPage({ reading }: { reading: Reading }) {
  const t = useTranslations("comparison");
  const interviews = useTranslations("interviews");
  const { base, by, columns, rows } = reading;
  const path = `${base}/interviews`;
  const [first] = rows;
  const [column] = columns;
  const byQuestion = by === "question";
  const title = byQuestion ? t("questionTitle", { number: first?.number ?? 0 }) : t("interviewTitle", { code: column?.code ?? "" });
  return (
    <>
      <PageHead
        title={title}
        lede={<bdi>{byQuestion ? first?.question : column?.people}</bdi>}
        crumbs={[{ label: interviews("title"), href: path }, { label: t("title"), href: `${path}/matrix` }, { label: title }]}
        acts={
          !byQuestion && (
            <ButtonLink to={`${path}/${column?.code}`} icon="interview">
              {t("toInterview")}
            </ButtonLink>
          )
        }
      />
      <div className="gap">
        {rows.map((row) => (
          <Sheet key={row.code} title={<RowTitle row={row} whole={!byQuestion} />} flush>
            {row.answers.length === 0 && <p className="body soft">{t("nothingSaid")}</p>}
            <ul className="readings">
              {row.answers.map((answer) => (
                <li key={answer.code} className="stack" id={answer.code}>
                  {byQuestion && (
                    <h3>
                      <Link to={`${path}/${answer.interview}#q${row.number}`} className="num">
                        {answer.interview}
                      </Link>{" "}
                      <bdi>{answer.people || columns.find(({ code }) => code === answer.interview)?.people}</bdi>
                    </h3>
                  )}
                  <AnswerInFull answer={answer} base={base} />
                </li>
              ))}
            </ul>
            {row.left.length > 0 && byQuestion && (
              <p className="body small soft">{t("notInGuideOf", { interviews: row.left.join(", ") })}</p>
            )}
          </Sheet>
        ))}
      </div>
    </>
  );
}

/** The code of a row with its part, or with the whole question where the page is of an interview. */
function RowTitle({ row, whole }: { row: Reading["rows"][number]; whole: boolean }) {
  const t = useTranslations("comparison");
  const text = row.followUp ? t("followUp", { question: row.question }) : row.question;
  return (
    <>
      <span className="num">{row.code}</span> <bdi>{whole || row.part === "" ? text : null}</bdi>{" "}
      {row.part && (
        <i>
          <bdi>{row.part}</bdi>
        </i>
      )}
    </>
  );
}
