import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isSaid } from "~/domain/moves/interview";
import { useCodingLink } from "~/platform/coding-link";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { AnswerCheck } from "./fact-check-parts";
import { itemFieldId } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem } from "./load-interview.server";

interface AnswerFootProps {
  slug: string;
  page: InterviewPage;
  item: PageItem;
  answer: ShownAnswer;
  /** The form that could not be kept, if it was one of this answer. */
  kept: Kept | undefined;
}

/** Under an answer: where it is cited, its translations, and taking it back. */
export function AnswerFoot({ slug, page, item, answer, kept }: AnswerFootProps) {
  const t = useTranslations("interviews.answer");
  const coding = useCodingLink()(answer.code);
  const acts = page.may.write && page.held && !answer.withdrawn;
  if (answer.offRecord !== null && answer.citedIn.length === 0 && !answer.disputed) return null;
  return (
    <div className="stack" id={`a-${answer.id}`}>
      <AnswerCheck page={page} answer={answer} base={`/assessments/${slug}/interviews`} />
      <p className="chips cited small">
        <span className="faint">{t("citedIn")}</span>
        {answer.citedIn.length === 0 && <span className="soft">{t("citedNowhere")}</span>}
        {answer.citedIn.map((code) => (
          <StatementNumber key={code} code={code} href={`/assessments/${slug}/statements/${code}`} />
        ))}
        {page.may.cite && answer.offRecord === null && isSaid(answer.state) && !page.check.answers[answer.id]?.wait && (
          <Link to={`/assessments/${slug}/interviews/${page.interview.code}/cite?answer=${encodeURIComponent(item.code)}`}>
            {t("cite")}
            <span className="vh"> {answer.code}</span>
          </Link>
        )}
        {coding !== null && answer.record !== "" && isSaid(answer.state) && (
          <Link to={coding}>
            {t("codes")}
            <span className="vh"> {answer.code}</span>
          </Link>
        )}
      </p>
      {answer.record.trim() !== "" &&
        page.languages
          .filter((language) => language !== answer.language)
          .map((language) => (
            <Translation key={language} page={page} language={language} item={item} answer={answer} acts={acts} kept={kept} />
          ))}
      {acts && <Withdrawal item={item} answer={answer} kept={kept} />}
    </div>
  );
}

function Translation({
  page,
  language,
  item,
  answer,
  acts,
  kept,
}: {
  page: InterviewPage;
  language: string;
  item: PageItem;
  answer: ShownAnswer;
  acts: boolean;
  kept: Kept | undefined;
}) {
  const t = useTranslations("interviews.answer");
  const found = answer.translations.find((each) => each.language === language);
  const id = itemFieldId(item.code, `translation-${language}`);
  const typed = kept?.value("intent") === "translate" && kept.value("language") === language ? kept : undefined;
  const error = typed?.error("record");
  const writes = acts && (page.check.lockedUntil === null || typed !== undefined); // what was typed before the record was sent stays in its form
  if (!writes && !found) return null;
  return (
    <details open={error !== undefined || undefined}>
      <summary className="small">
        {t("translation", { language })} {found?.behind ? <StatusTag state="behind" /> : null}
        {!found && <span className="soft">{t("notTranslated")}</span>}
      </summary>
      {writes ? (
        <Form method="post" className="stack" noValidate>
          <HiddenFields values={{ intent: "translate", answerId: answer.id, language, version: found?.version ?? 0 }} />
          <TextArea
            name="record"
            id={id}
            label={t("translation", { language })}
            value={typed?.value("record") ?? found?.body}
            lang={language}
            rows={4}
            error={error}
          />
          <div>
            <Button size="small">{t("saveTranslation")}</Button>
          </div>
        </Form>
      ) : (
        <p className="quote keep-lines" lang={language}>
          {found?.body}
        </p>
      )}
    </details>
  );
}

function Withdrawal({ item, answer, kept }: { item: PageItem; answer: ShownAnswer; kept: Kept | undefined }) {
  const t = useTranslations("interviews.answer");
  const mine = kept?.value("intent") === "withdraw" ? kept : undefined;
  return (
    <details open={mine !== undefined || undefined}>
      <summary className="small">{t("withdraw")}</summary>
      <Form method="post" className="stack" noValidate>
        <HiddenFields values={{ intent: "withdraw", answerId: answer.id, version: answer.version }} />
        <p className="small soft">{t("withdrawWhat")}</p>
        <TextArea
          name="reason"
          id={itemFieldId(item.code, "withdraw")}
          label={t("withdrawReason")}
          rows={2}
          value={mine?.value("reason")}
          error={mine?.error("reason")}
        />
        <div>
          <Button variant="danger" size="small">
            {t("withdrawAct", { code: answer.code })}
          </Button>
        </div>
      </Form>
    </details>
  );
}
