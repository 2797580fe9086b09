import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { FieldNotes, fieldId } from "~/ui/field";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import type { ReturnedView, ShownItem } from "./load-returned.server";
import { RemarkItems } from "./remark-items";
import { ItemHead, ItemWords } from "./returned-item";

export interface ReturnedPageProps {
  view: ReturnedView;
  kept: Kept;
  /** Somebody dealt with the file meanwhile. */
  overtaken: boolean;
  /** It was brought in before. */
  again: boolean;
  /** The number of the edition on whose page it was brought in, where that is another. */
  asked: string | null;
}

/** A returned file: what it holds by section, to be taken over or left out, and the remarks that belong to no text. */
export function ReturnedPage({ view, kept, overtaken, again, asked }: ReturnedPageProps) {
  const t = useTranslations("returnedFiles");
  const e = useTranslations("editions");
  const { file, edition, path } = view;
  return (
    <>
      <PageHead
        title={t("one", { number: file.number })}
        crumbs={[
          { label: e("heading"), href: path },
          { label: t("heading"), href: `${path}/returned` },
          { label: t("one", { number: file.number }) },
        ]}
        meta={
          <>
            <MetaFact icon="excerpt">
              <bdi>{file.fileName}</bdi>
            </MetaFact>
            <Link to={`${path}/${edition.number}/drafts/${edition.draft}`}>{t("edition", edition)}</Link>
            <MetaFact icon="calendar">
              {t("by", { name: file.by })}, <Time at={file.at} as="date-time" />
            </MetaFact>
          </>
        }
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        {overtaken && (
          <Notice tone="stale" title={t("overtaken")} live>
            {t("overtakenHint")}
          </Notice>
        )}
        {again && <Notice title={t("again")} />}
        {asked !== null && asked !== String(edition.number) && <Notice tone="stale" title={t("otherEdition", edition)} />}
        <Contents view={view} kept={kept} />
      </div>
    </>
  );
}

function Contents({ view, kept }: Pick<ReturnedPageProps, "view" | "kept">) {
  const t = useTranslations("returnedFiles");
  const { counts, open, groups, remarks } = view;
  if (groups.length + remarks.length === 0)
    return (
      <Sheet title={t("found")}>
        <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
      </Sheet>
    );
  return (
    <>
      <Notice tone={open === 0 ? "ok" : "info"} title={t("summary", counts)}>
        {t("summaryOpen", { count: open })}
      </Notice>
      {groups.length > 0 && <FoundItems view={view} kept={kept} />}
      {remarks.length > 0 && <RemarkItems view={view} kept={kept} />}
    </>
  );
}

function FoundItems({ view: { file, groups, base, mayTake }, kept }: Pick<ReturnedPageProps, "view" | "kept">) {
  const t = useTranslations("returnedFiles");
  const isOpen = mayTake && groups.some(({ items }) => items.some(({ leaves }) => leaves));
  return (
    <Form method="post" key={file.version} noValidate>
      <HiddenFields values={{ id: file.id, version: file.version }} />
      <Sheet title={t("found")} intro={t("foundIntro")}>
        <div id={fieldId("item")} tabIndex={-1}>
          <FieldNotes id={fieldId("item")} error={kept.error("item")} />
        </div>
        {groups.map(({ code, label, items }) => (
          <section key={code} className="sheet-group" aria-labelledby={`section-${code}`}>
            <h3 id={`section-${code}`}>
              <Link to={`${base}/sections/${code}`}>{label}</Link>
            </h3>
            <ol className="plain">
              {items.map((item) => (
                <li key={item.number} className="sheet-row" id={`item-${item.number}`}>
                  {mayTake && item.leaves ? <Choice item={item} base={base} kept={kept} /> : <ItemHead item={item} base={base} />}
                  <ItemWords item={item} base={base} />
                </li>
              ))}
            </ol>
          </section>
        ))}
        {isOpen && (
          <div className="acts row wrap">
            <Button name="intent" value="take" variant="primary" busyText={t("taking")}>
              {t("take")}
            </Button>
            <Button name="intent" value="leave">
              {t("leave")}
            </Button>
          </div>
        )}
      </Sheet>
    </Form>
  );
}

/** Ticked from the start: what can be taken over and isn't done in the file, nor a text that it no longer has. */
function Choice({ item, base, kept }: { item: ShownItem; base: string; kept: Kept }) {
  const t = useTranslations("returnedFiles");
  const { number, takes, resolved, why, kind } = item;
  const isUsual = takes && !resolved && why !== "removed";
  const values = kept.values("item");
  const checked = kept.summary.length > 0 || values.length > 0 ? values.includes(String(number)) : isUsual;
  return (
    <div className="row wrap">
      <input
        type="checkbox"
        id={`choose-${number}`}
        name="item"
        value={number}
        defaultChecked={checked}
        aria-label={t("choose", { number, what: t(`kinds.${kind}`) })}
      />
      <ItemHead item={item} base={base} />
    </div>
  );
}
