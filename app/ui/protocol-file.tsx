import { Link, useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ExcerptPart } from "~/domain/protocol/file-excerpt";
import { Icon } from "./icon";
import { Sheet } from "./sheet";
import { takesFocus, useTakesFocus } from "./takes-focus";

/** One thing found in a file, in words. */
export interface Finding {
  line: number;
  sentence: string;
}

/** What is wrong with the file: each line leads to its place. */
export function CheckSummary({ problems }: { problems: readonly Finding[] }) {
  const t = useTranslations("assessments.check");
  const box = useTakesFocus<HTMLDivElement>(useLocation().key);
  return (
    <div className="errors" role="alert" {...takesFocus} ref={box} aria-labelledby="check-title">
      <Icon name="octagon" />
      <div>
        <h2 id="check-title">{t("summary")}</h2>
        <ul>
          {problems.map(({ line, sentence }, place) => (
            <li key={place}>
              <a href={`#L${line}`}>{t("line", { line, sentence })}</a>
            </li>
          ))}
        </ul>
        <p className="small soft">{t("why")}</p>
      </div>
    </div>
  );
}

interface FileSheetProps {
  excerpt: readonly ExcerptPart[];
  problems: readonly Finding[];
  /** Every line is shown. */
  all?: boolean | undefined;
  /** The same page with every line, or with fewer again. */
  otherHref?: string | undefined;
}

/** The file by line, with what is wrong in its place. */
export function FileSheet({ excerpt, problems, all, otherHref }: FileSheetProps) {
  const t = useTranslations("assessments.check");
  const link = otherHref && problems.length > 0 && (
    <Link to={otherHref} preventScrollReset>
      {t(all ? "less" : "all")}
    </Link>
  );
  return (
    <Sheet title={t(all || problems.length === 0 ? "whole" : "where")} aside={link} flush className="src">
      <div role="region" aria-label={t("linesLabel")} tabIndex={0}>
        <ol className="yaml">
          {excerpt.map((part) =>
            "text" in part ? (
              <FileLine key={part.line} {...part} sentences={problems.filter(({ line }) => line === part.line)} />
            ) : (
              <CutLines key={`cut-${part.from}`} {...part} />
            ),
          )}
        </ol>
      </div>
    </Sheet>
  );
}

function FileLine({ line, text, sentences }: { line: number; text: string; sentences: readonly Finding[] }) {
  return (
    <li id={`L${line}`} className={sentences.length > 0 ? "bad" : undefined}>
      <span className="ln num">{line}</span>
      <code>
        <bdi>{text.replaceAll(" ", "\u00a0") || "\u00a0"}</bdi>
      </code>
      {sentences.map(({ sentence }, place) => (
        <p key={place}>
          <Icon name="octagon" />
          {sentence}
        </p>
      ))}
    </li>
  );
}

function CutLines({ from, to }: { from: number; to: number }) {
  const t = useTranslations("assessments.check");
  return <li className="cut">{from === to ? t("cutOne", { from }) : t("cut", { from, to })}</li>;
}

/** What is worth saying about a file that can be used as it is. */
export function RemarksSheet({ remarks }: { remarks: readonly Finding[] }) {
  const t = useTranslations("assessments.check");
  return (
    <Sheet title={t("remarksTitle")} aside={remarks.length}>
      <ul className="gap">
        {remarks.map(({ line, sentence }, place) => (
          <li key={place} className="row top">
            <Icon name="triangle" />
            <span>{t("line", { line, sentence })}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
