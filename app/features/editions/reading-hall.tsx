import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { Time, useTimeText } from "~/ui/time";
import { CompareLink } from "./compare-link";
import { EditionFiles } from "./edition-files";
import { GoOnReading } from "./go-on-reading";
import { useLanguageName } from "./language-name";
import type { ReadingHall as Hall } from "./load-reading-hall.server";

type Edition = Hall["editions"][number];

/** The first page of the reading room: the newest released edition, what is new since the last visit, the earlier ones, and nothing else. */
export function ReadingHall({ path, since, goOn, editions, remarks }: Hall & { remarks?: ReactNode }) {
  const t = useTranslations("editions");
  const time = useTimeText();
  const [newest, ...earlier] = editions;
  const fresh = editions.filter(({ isNew }) => isNew).length;
  const news = since === null ? t("hall.first") : t("hall.news", { count: fresh, since: time(since, "long") });
  return (
    <>
      <PageHead title={t("hall.title")} lede={newest && news} />
      <div className="gap">
        {newest ? (
          <Newest edition={newest} before={earlier[0]} goOn={goOn} path={path} remarks={remarks} />
        ) : (
          <Sheet title={t("hall.released")}>
            <EmptyState title={t("emptyReader")}>{t("hall.emptyHint")}</EmptyState>
          </Sheet>
        )}
        {earlier.length > 0 && (
          <Sheet title={t("hall.earlier")} aside={earlier.length} flush>
            <Earlier editions={earlier} path={path} />
          </Sheet>
        )}
      </div>
    </>
  );
}

interface NewestProps extends Pick<Hall, "goOn" | "path"> {
  edition: Edition;
  before: Edition | undefined;
  remarks: ReactNode;
}

function Newest({ edition, before, goOn, path, remarks }: NewestProps) {
  const t = useTranslations("editions");
  const { number, purpose, releasedAt, files, isNew } = edition;
  return (
    <Sheet title={t("edition", { number })} aside={isNew && <span className="strong small">{t("hall.new")}</span>}>
      <div className="stack">
        <p>
          {t(purpose === "final" ? "purpose_final" : "purpose_concept")}
          {releasedAt && (
            <>
              {" · "}
              {t.rich("hall.releasedOn", { day: () => <Time at={releasedAt} as="long" /> })}
            </>
          )}
        </p>
        <div className="row wrap">
          <ButtonLink to={`${path}/${number}/read`} variant="primary" icon="read">
            {t("hall.read", { number })}
          </ButtonLink>
          <ButtonLink to={`${path}/${number}/brief`}>{t("hall.brief")}</ButtonLink>
          <EditionFiles path={`${path}/${number}`} files={files} languageName={useLanguageName()} />
        </div>
        {goOn && <GoOnReading goOn={goOn} path={`${path}/${number}`} query="" />}
        {before && (
          <p>
            <CompareLink own={`${path}/${number}`} draft={undefined} earlier={{ number: before.number, onlyDraft: undefined }} />
          </p>
        )}
        {remarks}
      </div>
    </Sheet>
  );
}

function Earlier({ editions, path }: { editions: readonly Edition[]; path: string }) {
  const t = useTranslations("editions");
  return (
    <DataTable
      caption={t("hall.earlier")}
      rows={editions}
      rowKey={({ number, draft }) => `${number} ${draft}`}
      columns={[
        {
          key: "edition",
          head: t("edition", { number: "" }),
          narrow: "title",
          cell: ({ number }) => <Link to={`${path}/${number}/read`}>{t("edition", { number })}</Link>,
        },
        {
          key: "purpose",
          head: t("purpose"),
          narrow: "meta",
          cell: ({ purpose }) => t(purpose === "final" ? "purpose_final" : "purpose_concept"),
        },
        {
          key: "at",
          head: t("releasedAt"),
          narrow: "meta",
          cell: ({ releasedAt }) => (releasedAt ? <Time at={releasedAt} as="table" /> : "–"),
        },
      ]}
    />
  );
}
