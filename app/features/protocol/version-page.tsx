import { useTranslations } from "use-intl";
import type { ExcerptPart } from "~/domain/protocol/file-excerpt";
import { ButtonLink } from "~/ui/button";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { FileSheet } from "~/ui/protocol-file";
import { useTimeText } from "~/ui/time";

export interface VersionPageProps {
  version: { number: number; fileName: string; digest: string; createdAt: Date; by: string | null };
  lines: readonly ExcerptPart[];
  inForce: boolean;
  base: string;
}

/** One version of the protocol: the file as it was read, by line, and the way to keep a copy of it. */
export function VersionPage({ version, lines, inForce, base }: VersionPageProps) {
  const t = useTranslations("protocol");
  const time = useTimeText();
  const { number, fileName, digest, createdAt, by } = version;
  return (
    <>
      <PageHead
        title={t("version", { number })}
        crumbs={[{ label: t("title"), href: `${base}/protocol` }, { label: t("version", { number }) }]}
        meta={
          <>
            {inForce && <span className="strong">{t("inForce")}</span>}
            <MetaFact icon="section">
              <bdi>{fileName}</bdi>
            </MetaFact>
            <span>{time(createdAt, "date-time")}</span>
            {by && <MetaFact icon="user">{by}</MetaFact>}
            <span className="mono micro">{digest.slice(0, 16)}</span>
          </>
        }
        acts={
          <ButtonLink to={`${base}/protocol/versions/${number}/file`} icon="download" reload download>
            {t("download")}
          </ButtonLink>
        }
      />
      <FileSheet excerpt={lines} problems={[]} />
    </>
  );
}
