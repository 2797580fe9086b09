import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { CodingItem } from "./coding-item";
import type { CodedTextPage as Page } from "./load-coded-text.server";
import { MarkForm } from "./mark-form";
import { MarkedText } from "./marked-text";
import { useMarking } from "./use-marking";
import { useSelected } from "./use-selected";

/** One answer or excerpt with its marks: what is marked, with which code, and marking more. */
export function CodedTextPage({ page, problem }: { page: Page; problem: FormProblem | undefined }) {
  const t = useTranslations("codes");
  const box = useRef<HTMLParagraphElement>(null);
  const [selected, forget] = useSelected(box, page.codings.length);
  const kept = useKept(problem);
  const { base, code, from, href, codings, mayWrite } = page;
  const title = t("text.title", { code });
  const how = useMarking();
  return (
    <>
      <PageHead title={title} lede={<bdi>{from}</bdi>} crumbs={[{ label: t("title"), href: `${base}/codes` }, { label: title }]} />
      <ErrorSummary errors={kept.summary} />
      <MainAside
        label={t("text.marked")}
        aside={
          <Sheet title={t("text.marked")} aside={codings.length} flush>
            {codings.length === 0 && <EmptyState title={t("text.none")} />}
            <ul className="codings">
              {codings.map((coding) => (
                <CodingItem key={coding.id} coding={coding} page={page} selected={selected} kept={kept} />
              ))}
            </ul>
          </Sheet>
        }
      >
        <Sheet
          title={t("text.words")}
          intro={mayWrite ? t(`text.how.${how}`) : undefined}
          aside={href && <Link to={href}>{t("text.source")}</Link>}
        >
          <MarkedText ref={box} page={page} />
        </Sheet>
        {mayWrite && <MarkForm page={page} selected={selected} forget={forget} kept={kept} />}
      </MainAside>
    </>
  );
}
