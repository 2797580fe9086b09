import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time, useTimeText } from "~/ui/time";
import { CompareLink } from "./compare-link";
import { EditionFiles } from "./edition-files";
import { useLanguageName } from "./language-name";
import { EditionList } from "./edition-list";
import { shortHash } from "./fingerprint";
import type { Manifest } from "./manifest";
import type { ListedEdition } from "./queries.server";

export interface EditionPageProps {
  edition: ListedEdition;
  manifest: Manifest;
  others: readonly ListedEdition[];
  /** What it can be compared with. */
  earlier: readonly Pick<ListedEdition, "number" | "onlyDraft">[];
  /** Address of the list of editions. */
  path: string;
  mayRelease: boolean;
  mayTakeOver: boolean;
  /** How many agreements got stricter since, of which it shows more: for the team alone. */
  notices: number;
  /** Beside it: how its remarks stand. */
  remarks?: ReactNode;
}

/** One edition: what it is, what is in it, its files, and what can be done with it. */
export function EditionPage({ edition, manifest, others, earlier, path, mayRelease, mayTakeOver, notices, remarks }: EditionPageProps) {
  const t = useTranslations("editions");
  const own = `${path}/${edition.number}`;
  const draft = edition.onlyDraft;
  const title = draft === undefined ? t("edition", { number: edition.number }) : t("draft", { number: edition.number, draft });
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t("heading"), href: path }, { label: title }]}
        meta={<Meta edition={edition} />}
        acts={<Acts edition={edition} own={own} mayRelease={mayRelease} />}
      />
      {notices > 0 && (
        <Notice tone="danger" icon="lock" title={t("showsMore", { count: notices })}>
          <Link to={`${own}/notices`}>{t("openNotices")}</Link>
        </Notice>
      )}
      <Standing edition={edition} others={others} path={path} />
      <MainAside
        label={t("files")}
        aside={
          <>
            <FilesSheet
              edition={edition}
              own={own}
              draft={draft}
              returned={mayTakeOver ? `${path}/returned?edition=${edition.number}` : null}
            />
            <ComparedWith edition={edition} earlier={earlier} own={own} />
            {remarks}
          </>
        }
      >
        <ManifestSheet edition={edition} manifest={manifest} own={own} draft={draft} />
        {others.length > 1 && (
          <Sheet title={t("drafts")} flush>
            <EditionList editions={others} path={path} />
          </Sheet>
        )}
      </MainAside>
    </>
  );
}

function Meta({ edition }: { edition: ListedEdition }) {
  const t = useTranslations("editions");
  return (
    <>
      <StatusTag state={edition.shown} />
      <span>{t(edition.purpose === "final" ? "purpose_final" : "purpose_concept")}</span>
      <MetaFact icon="calendar">
        {t("compiledAt")} <Time at={edition.compiledAt} as="date-time" /> {edition.compiledBy && t("by", { name: edition.compiledBy })}
      </MetaFact>
      {edition.releasedAt && (
        <MetaFact icon="send">
          {t("releasedAt")} <Time at={edition.releasedAt} as="date-time" /> {edition.releasedBy && t("by", { name: edition.releasedBy })}
        </MetaFact>
      )}
    </>
  );
}

function Acts({ edition, own, mayRelease }: { edition: ListedEdition; own: string; mayRelease: boolean }) {
  const t = useTranslations("editions");
  if (!mayRelease) return null;
  return (
    <>
      {edition.moves.includes("release") && (
        <ButtonLink to={`${own}/release`} variant="primary" icon="send">
          {t("release")}
        </ButtonLink>
      )}
      {edition.moves.includes("withdraw") && (
        <ButtonLink to={`${own}/withdraw`} icon="undo">
          {t("withdraw")}
        </ButtonLink>
      )}
    </>
  );
}

/** Says why an edition is not the one to read: withdrawn, superseded, or not released yet. */
function Standing({ edition, others, path }: { edition: ListedEdition; others: readonly ListedEdition[]; path: string }) {
  const t = useTranslations("editions");
  const time = useTimeText();
  if (edition.withdrawnAt) {
    return (
      <Notice tone="stale" title={t("withdrawnBecause", { at: time(edition.withdrawnAt, "long") })}>
        {edition.reason}
      </Notice>
    );
  }
  const [newest] = others;
  if (edition.shown === "superseded") {
    return (
      <Notice tone="stale" icon="box" title={t(edition.releasedAt ? "superseded" : "overtaken")}>
        <Link to={newest && !edition.releasedAt ? `${path}/${newest.number}/drafts/${newest.draft}` : path}>{t("openNewest")}</Link>
      </Notice>
    );
  }
  return edition.releasedAt ? null : <Notice>{t("onlyTeam")}</Notice>;
}

interface FilesSheetProps {
  edition: ListedEdition;
  own: string;
  draft: number | undefined;
  /** Where a file that came back is taken over. */
  returned: string | null;
}

function FilesSheet({ edition, own, draft, returned }: FilesSheetProps) {
  const t = useTranslations("editions");
  const r = useTranslations("returnedFiles");
  return (
    <Sheet title={t("files")}>
      <div className="file-list">
        <ButtonLink
          to={`${own}/read${draft === undefined ? "" : `?draft=${draft}`}`}
          variant={edition.moves.includes("release") ? "plain" : "primary"}
          icon="read"
        >
          {t("read")}
        </ButtonLink>
        <EditionFiles path={own} files={edition.files} draft={draft} languageName={useLanguageName()} />
        {returned && (
          <ButtonLink to={returned} icon="undo">
            {r("takeOver")}
          </ButtonLink>
        )}
      </div>
    </Sheet>
  );
}

function ComparedWith({ edition, earlier, own }: { edition: ListedEdition; earlier: EditionPageProps["earlier"]; own: string }) {
  const t = useTranslations("editions");
  if (earlier.length === 0) return null;
  return (
    <Sheet title={t("compare.crumb")}>
      <ul className="plain stack">
        {earlier.map((one) => (
          <li key={`${one.number} ${one.onlyDraft}`}>
            <CompareLink own={own} draft={edition.onlyDraft} earlier={one} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function ManifestSheet({
  edition,
  manifest,
  own,
  draft,
}: {
  edition: ListedEdition;
  manifest: Manifest;
  own: string;
  draft: number | undefined;
}) {
  const t = useTranslations("editions");
  const signOffs = manifest.sections.reduce((sum, section) => sum + section.signOffs.filter(({ holds }) => holds).length, 0);
  const unsigned = manifest.sections.filter(({ signOff }) => signOff === "missing" || signOff === "stale").length;
  return (
    <Sheet title={t("facts")}>
      <DefinitionList
        facts={[
          { term: t("sections"), value: t("sectionsValue", { count: manifest.sections.length }) },
          { term: t("statements"), value: manifest.statements.length },
          { term: t("grounds"), value: manifest.statements.reduce((sum, { grounds }) => sum + grounds.length, 0) },
          { term: t("signOffs"), value: t("signOffsValue", { count: signOffs }) },
          { term: t("unsigned"), value: unsigned },
          { term: t("protocol"), value: t("protocolValue", { number: manifest.protocol.number }) },
          { term: t("trailUpTo"), value: t("entry", { seq: manifest.trail.seq }) },
          { term: t("program"), value: manifest.program },
        ]}
      />
      <p className="mono hash">{shortHash(edition.hash)}</p>
      <p className="small">
        <Link to={`${own}/manifest${draft === undefined ? "" : `?draft=${draft}`}`}>{t("wholeManifest")}</Link>
      </p>
    </Sheet>
  );
}
