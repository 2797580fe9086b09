import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { PictureFigure } from "~/ui/picture-figure";
import { Sheet } from "~/ui/sheet";
import { QuestionNumber } from "~/ui/statement-number";
import { NodeTable } from "./framework-table";
import type { findFrameworkPage } from "./list-frameworks.server";

export interface FrameworkPageProps {
  shown: Awaited<ReturnType<typeof findFrameworkPage>>;
  languages: readonly string[];
  base: string;
  mayJudge: boolean;
}

/** One framework: its tree as a picture with what is rolled up, the rule in words, and its nodes. */
export function FrameworkPage({ shown: { framework, picture, next }, languages, base, mayJudge }: FrameworkPageProps) {
  const t = useTranslations("alignments");
  const { id, title, description, summary, informs, scale, isOrdered } = framework;
  return (
    <>
      <PageHead
        title={title}
        lede={description}
        crumbs={[{ label: t("heading"), href: `${base}/alignments` }, { label: title }]}
        meta={
          <>
            <span className="num">
              {t("judged", { answered: summary.subjects - summary.open, total: summary.subjects, judged: summary.judged })}
            </span>
            <span>{scale}</span>
            {informs.map((code) => (
              <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />
            ))}
          </>
        }
        acts={
          mayJudge &&
          next && (
            <ButtonLink to={`${base}/alignments/${next}`} variant="primary">
              {t("judgeNext")}
            </ButtonLink>
          )
        }
      />
      <div className="gap">
        <Sheet title={t("picture")}>
          <PictureFigure content={picture} languages={languages} base={base} name="alignment" query={`framework=${id}`} />
          <details className="more">
            <summary>{t("rule")}</summary>
            <p className="small">{summary.words}</p>
            <ul className="small">
              {(["once", "without", isOrdered ? "middle" : "classes", isOrdered ? "apart" : "unlike"] as const).map((part) => (
                <li key={part}>{t(`rules.${part}`)}</li>
              ))}
            </ul>
          </details>
        </Sheet>
        <Sheet
          title={t("nodes")}
          flush
          aside={<Link to={`${base}/alignments?show=gaps#${id}`}>{t("gapsCount", { count: framework.gaps })}</Link>}
        >
          <NodeTable framework={framework} base={base} />
        </Sheet>
      </div>
    </>
  );
}
