import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { LinkTabs } from "~/ui/link-tabs";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { MeanwhileNotice } from "./import-meanwhile";
import type { ImportMeanwhile } from "./import-meanwhile.server";
import type { ImportShow, listRecords, ShownImport } from "./import-queries.server";
import { RecordCard } from "./import-record";

export interface ImportPageProps {
  found: ShownImport;
  listed: Awaited<ReturnType<typeof listRecords>>;
  show: ImportShow;
  after: number;
  base: string;
  mayWrite: boolean;
  errors: ReactNode;
  /** What was chosen in a form that was not kept, as `12:add`. */
  chosen: readonly string[];
  meanwhile: ImportMeanwhile | undefined;
}

/** An import: what its records turn out to be and what to do with each, then the one act that takes them over; afterwards what became of them. */
export function ImportPage({ errors, ...shown }: ImportPageProps) {
  const { found, base, mayWrite, meanwhile } = shown;
  const t = useTranslations("imports");
  const sources = useTranslations("sources");
  const path = `${base}/sources/imports/${found.number}`;
  return (
    <>
      <PageHead
        title={t("one", { number: found.number })}
        crumbs={[
          { label: sources("heading"), href: `${base}/sources` },
          { label: t("heading"), href: `${base}/sources/imports` },
          { label: t("one", { number: found.number }) },
        ]}
        meta={
          <>
            <StatusTag state={found.state} />
            <MetaFact icon="excerpt">
              <bdi>{found.fileName || t("pasted")}</bdi>
            </MetaFact>
            <MetaFact icon="calendar">
              <Time at={found.createdAt} />
            </MetaFact>
            <span>{t("countRecords", { count: found.identified })}</span>
          </>
        }
      />
      {errors}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} found={found} />}
      <Standing found={found} base={base} mayWrite={mayWrite} path={path} decides={decidesOn(shown)} />
      <MainAside label={t("found")} aside={<Facts found={found} mayWrite={mayWrite} />}>
        <Records {...shown} path={path} />
      </MainAside>
    </>
  );
}

/** Whether anything on this page can be decided. */
function decidesOn({ found, listed, mayWrite }: Pick<ImportPageProps, "found" | "listed" | "mayWrite">): boolean {
  return mayWrite && found.mayDecide && listed.records.some(({ decisions }) => decisions.length > 1);
}

interface StandingProps {
  found: ShownImport;
  base: string;
  mayWrite: boolean;
  path: string;
  /** Whether decisions stand on this page, which taking over takes along. */
  decides: boolean;
}

/** What is to be done, or what was done. */
function Standing({ found, base, mayWrite, path, decides }: StandingProps) {
  const t = useTranslations("imports");
  const { outcomes, decided } = found;
  const counts = { added: decided.add, same: decided.same, enriched: decided.enrich, skipped: decided.skip, open: decided.open };
  if (!found.mayTake)
    return (
      <Notice tone={found.importedAt ? "ok" : "info"} title={t(found.importedAt ? "done" : "putAside")}>
        {found.importedAt && (
          <p>
            {t("result", counts)} <Link to={`${base}/sources?import=${found.number}`}>{t("toSources")}</Link>
          </p>
        )}
      </Notice>
    );
  return (
    <Notice
      tone={decided.open > 0 ? "stale" : "info"}
      title={t(found.begun ? "halfWay" : "summary", { ...outcomes, count: found.identified })}
    >
      {found.earlier !== null && (
        <p>
          <Link to={`${base}/sources/imports/${found.earlier}`}>{t("sameFile", { number: found.earlier })}</Link>
        </p>
      )}
      <p>{t("plan", counts)}</p>
      {mayWrite && (
        <div className="row wrap acts">
          <TakeForm found={found} path={path} decides={decides} />
          {found.mayDecide && <DiscardForm found={found} />}
        </div>
      )}
    </Notice>
  );
}

const decisionsForm = "import-decisions";

function TakeForm({ found, path, decides }: Pick<StandingProps, "found" | "path" | "decides">) {
  const t = useTranslations("imports");
  const { open, add } = found.decided;
  if (open > 0)
    return (
      <p>
        {t("decideFirst", { open })} <Link to={`${path}?show=close`}>{t("toDecide")}</Link>
      </p>
    );
  if (decides)
    return (
      <Button form={decisionsForm} name="intent" value="take" variant="primary" busyText={t("taking")}>
        {t("saveAndTake")}
      </Button>
    );
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="version" value={found.version} />
      <Button name="intent" value="take" variant="primary" busyText={t("taking")}>
        {found.begun ? t("goOn") : t("take", { count: add })}
      </Button>
    </Form>
  );
}

function DiscardForm({ found }: { found: ShownImport }) {
  const t = useTranslations("imports");
  return (
    <Form method="post">
      <input type="hidden" name="version" value={found.version} />
      <Button name="intent" value="discard" variant="quiet">
        {t("discard")}
      </Button>
    </Form>
  );
}

type RecordsProps = Omit<ImportPageProps, "errors"> & { path: string };

function Records({ found, listed, show, after, base, path, mayWrite, chosen, meanwhile }: RecordsProps) {
  const t = useTranslations("imports");
  const { outcomes, identified, remarks } = found;
  const href = (one: ImportShow) => (one === "all" ? path : `${path}?show=${one}`);
  const counts: Record<ImportShow, number> = {
    all: identified,
    close: outcomes.close,
    same: outcomes.same + outcomes.double,
    new: outcomes.new,
    remarks,
    unreadable: outcomes.unreadable,
  };
  const tabs = (Object.keys(counts) as ImportShow[])
    .filter((one) => one === "all" || one === show || counts[one] > 0)
    .map((one) => ({ label: t(`shows.${one}`), href: href(one), count: counts[one] }));
  const decide = mayWrite && found.mayDecide;
  const cards = listed.records.map((record) => {
    const own = chosen.find((one) => one.startsWith(`${record.place}:`));
    return <RecordCard key={record.place} record={record} base={base} decide={decide} chosen={own} meanwhile={meanwhile} />;
  });
  return (
    <Sheet title={t("records")}>
      <LinkTabs label={t("records")} tabs={tabs} current={href(show)} />
      {cards.length === 0 && <p className="soft">{t("none")}</p>}
      {cards.length > 0 && decide && (
        <Form method="post" id={decisionsForm} preventScrollReset key={`${found.version} ${show} ${after}`}>
          <input type="hidden" name="version" value={found.version} />
          <ol className="plain">{cards}</ol>
          <div className="acts row wrap">
            <Button name="intent" value="decide">
              {t("saveDecisions")}
            </Button>
          </div>
        </Form>
      )}
      {cards.length > 0 && !decide && <ol className="plain">{cards}</ol>}
      <Pager
        order="list"
        older={listed.next === null ? undefined : `${path}?${new URLSearchParams({ show, after: String(listed.next) })}`}
        newer={after > 0 ? href(show) : undefined}
      />
    </Sheet>
  );
}

/** Where the records were found. */
function Facts({ found, mayWrite }: { found: ShownImport; mayWrite: boolean }) {
  const t = useTranslations("imports");
  const words = useTranslations("sources");
  return (
    <Sheet title={t("found")} as="article">
      <DefinitionList
        facts={[
          { term: words("channel"), value: words(`channels.${found.channel as "database"}`) },
          { term: t("foundInShort"), value: found.foundIn },
          { term: t("searchedOn"), value: found.searchedOn && <Time at={found.searchedOn} /> },
          { term: t("query"), value: found.query && <span className="prewrap">{found.query}</span> },
          { term: t("format"), value: t(`formats.${found.format as "ris"}`) },
        ]}
      />
      {mayWrite && found.mayDecide && <p className="small soft">{t("decideHint")}</p>}
    </Sheet>
  );
}
