import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isSaidIn } from "~/domain/interviews/comparison";
import { stateKeyIfAny } from "~/domain/states";
import { useCodingLink } from "~/platform/coding-link";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import type { FullAnswer } from "./read-answers.server";

export interface AnswerInFullProps {
  answer: FullAnswer;
  base: string;
}

/** An answer with all that may be done with it: status, record, how it may be named and quoted, where it is cited, and citing it. */
export function AnswerInFull({ answer, base }: AnswerInFullProps) {
  const t = useTranslations("comparison");
  const levels = useTranslations("interviewees.levels");
  const { state, asked, reason, value, text, level, mayQuote, citedIn } = answer;
  const said = isSaidIn(state);
  return (
    <>
      <Status answer={answer} />
      {asked && (
        <p>
          <span className="soft">{t("file.columns.asked")}: </span>
          <bdi lang={asked.language}>{asked.text}</bdi>
        </p>
      )}
      {reason !== "" && (
        <p className="soft" dir="auto">
          {reason}
        </p>
      )}
      {value !== "" && (
        <p className="strong keep-lines" dir="auto">
          {value}
        </p>
      )}
      {text && (
        <p className="quote keep-lines" lang={text.language} dir="auto">
          {text.text}
        </p>
      )}
      {said && level !== null && (
        <DefinitionList
          facts={[
            { term: t("shownAs"), value: <bdi>{answer.shownAs}</bdi> },
            { term: t("level"), value: levels(level) },
            { term: t("quoting"), value: t(mayQuote ? "mayQuote" : "mayNotQuote") },
            { term: t("factCheck"), value: answer.check && t(`checks.${answer.check}`) },
            { term: t("citedIn"), value: citedIn.length === 0 ? t("citedNowhere") : <Cited codes={citedIn} base={base} /> },
          ]}
        />
      )}
      {said && <Citing answer={answer} base={base} />}
      {said && <Codes answer={answer} />}
    </>
  );
}

function Status({ answer: { state } }: { answer: FullAnswer }) {
  const t = useTranslations("comparison.states");
  const key = stateKeyIfAny(state);
  return <p className="row">{key ? <StatusTag state={key} /> : <span className="soft">{t(state)}</span>}</p>;
}

function Cited({ codes, base }: { codes: readonly string[]; base: string }) {
  return (
    <span className="chips">
      {codes.map((code) => (
        <StatementNumber key={code} code={code} href={`${base}/statements/${code}`} />
      ))}
    </span>
  );
}

/** The way to the codes of what was said, in a study that has a codebook. */
function Codes({ answer: { code, text } }: { answer: FullAnswer }) {
  const t = useTranslations("comparison");
  const coding = useCodingLink()(code);
  if (coding === null || !text) return null;
  return (
    <p className="small">
      <Link to={coding}>
        {t("codes")}
        <span className="vh"> {code}</span>
      </Link>
    </p>
  );
}

/** The way to a statement, or why there is none. */
function Citing({ answer: { code, interview, row, citable, citableFrom, mayCite }, base }: AnswerInFullProps) {
  const t = useTranslations("comparison");
  const why = useTranslations("sections.refusals");
  if (citable !== null) return <p className="small soft">{why(citable, { code, from: citableFrom ?? "" })}</p>;
  if (!mayCite) return null;
  return (
    <p>
      <ButtonLink size="small" about={code} to={`${base}/interviews/${interview}/cite?answer=${encodeURIComponent(row)}`}>
        {t("cite")}
      </ButtonLink>
    </p>
  );
}
