import { useTranslations } from "use-intl";
import { DataTable } from "~/ui/data-table";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { useTimeText } from "~/ui/time";
import type { Manifest } from "./manifest";

/** The whole manifest: every version that went into an edition. */
export function ManifestPage({ manifest, path, title }: { manifest: Manifest; path: string; title: string }) {
  const t = useTranslations("editions");
  const time = useTimeText();
  return (
    <>
      <PageHead
        title={t("manifest")}
        crumbs={[
          { label: t("heading"), href: path },
          { label: title, href: `${path}/${manifest.edition.number}/drafts/${manifest.edition.draft}` },
          { label: t("manifest") },
        ]}
        lede={t("man_intro", { at: time(new Date(manifest.compiledAt), "date-time") })}
      />
      <p className="mono hash">sha256 {manifest.hash}</p>
      {manifest.houseStyle && (
        <p>
          {t("man_houseStyle")}: {manifest.houseStyle.fileName}{" "}
          <span className="mono small">sha256 {manifest.houseStyle.sha256.slice(0, 16)}</span>
        </p>
      )}
      <div className="gap">
        <SectionTable manifest={manifest} />
        <StatementTable manifest={manifest} />
        <EvidenceTable manifest={manifest} />
      </div>
    </>
  );
}

function SectionTable({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("editions");
  return (
    <Sheet title={t("man_sections")} flush>
      <DataTable
        caption={t("man_sections")}
        rows={manifest.sections}
        rowKey={(section) => section.id}
        columns={[
          { key: "code", head: t("man_code"), narrow: "title", cell: (section) => section.code },
          { key: "version", head: t("man_version"), align: "right", narrow: "named", cell: (section) => section.version },
          { key: "signOff", head: t("man_signOff"), narrow: "meta", cell: (section) => t(`signOff_${section.signOff}`) },
          {
            key: "digest",
            head: t("man_digest"),
            narrow: "hidden",
            cell: (section) =>
              section.signOffs.map(({ id, content, evidence }) => (
                <span key={id} className="mono small">
                  {content.slice(0, 12)} · {evidence.slice(0, 12)}{" "}
                </span>
              )),
          },
        ]}
      />
    </Sheet>
  );
}

function StatementTable({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("editions");
  return (
    <Sheet title={t("man_statements")} flush>
      <DataTable
        caption={t("man_statements")}
        rows={manifest.statements}
        rowKey={(statement) => statement.code}
        columns={[
          { key: "code", head: t("man_code"), narrow: "title", cell: (statement) => statement.code },
          { key: "version", head: t("man_version"), align: "right", narrow: "named", cell: (statement) => statement.version },
          { key: "grounds", head: t("man_grounds"), narrow: "meta", cell: (statement) => statement.grounds.join(", ") || "–" },
        ]}
      />
    </Sheet>
  );
}

function EvidenceTable({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("editions");
  return (
    <Sheet title={t("man_evidence")} flush>
      <DataTable
        caption={t("man_evidence")}
        rows={manifest.evidence}
        rowKey={(evidence) => `${evidence.kind} ${evidence.code}`}
        columns={[
          { key: "code", head: t("man_code"), narrow: "title", cell: (evidence) => evidence.code },
          { key: "kind", head: t("man_kind"), narrow: "meta", cell: (evidence) => t(`kind_${evidence.kind}`) },
          { key: "withheld", head: t("withheld"), narrow: "meta", cell: (evidence) => (evidence.withheld ? t("withheld") : "") },
          {
            key: "digest",
            head: t("man_evidenceDigest"),
            narrow: "hidden",
            cell: (evidence) => <span className="mono small">{evidence.digest.slice(0, 16)}</span>,
          },
        ]}
      />
    </Sheet>
  );
}
