import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Checklist } from "~/ui/checklist";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { SignedEvidence } from "./signed-evidence";
import { SignedText } from "./signed-text";
import type { loadCertificate } from "./load-certificate.server";

export type Certificate = Awaited<ReturnType<typeof loadCertificate>>;

/** What the head of the section's pages says of it. */
export interface CertificateHead {
  base: string;
  path: string;
  code: string;
  number: string | null;
}

interface CertificatePageProps {
  certificate: Certificate;
  head: CertificateHead;
  /** What changed since, where the sign-off no longer holds. */
  difference?: ReactNode;
}

const tones = { holds: "ok", stale: "stale", ended: "info", broken: "danger" } as const;

/** The certificate of a sign-off: what was signed, by whom, when and in which sentence, with its verification; made to be printed. */
export function CertificatePage({ certificate, head, difference }: CertificatePageProps) {
  const t = useTranslations("signOffs");
  const { verdict, ordinal, heading, checkedAt } = certificate;
  const title = [head.number, heading].filter(Boolean).join(" ");
  return (
    <div className="certificate gap">
      <PageHead
        title={t("title", { n: ordinal, title })}
        crumbs={useCrumbs(head, ordinal)}
        meta={<StatusTag state={verdict === "holds" ? "signed-off" : verdict === "broken" ? "failed" : verdict} />}
        acts={
          <ButtonLink to="." icon="rotate">
            {t("verifyAgain")}
          </ButtonLink>
        }
      />
      <Notice tone={tones[verdict]} title={t(`verdict.${verdict}`)}>
        <p>{t.rich("checkedAt", { time: () => <Time at={checkedAt} as="date-time" /> })}</p>
      </Notice>
      <Sheet title={t("signed")}>
        <Facts certificate={certificate} head={head} />
      </Sheet>
      <Sheet title={t("checks")}>
        <Checks checks={certificate.checks} />
      </Sheet>
      {difference && <Sheet title={t("changedSince")}>{difference}</Sheet>}
      <SignedText certificate={certificate} />
      <SignedEvidence evidence={certificate.evidence} />
      <p className="small soft no-print">{t("print")}</p>
    </div>
  );
}

function useCrumbs({ base, path, code, number }: CertificateHead, n: number) {
  const t = useTranslations();
  return [
    { label: t("sections.heading"), href: `${base}/sections` },
    { label: number ?? code, href: path },
    { label: t("signOffs.crumb", { n }) },
  ];
}

function Facts({ certificate, head }: Pick<CertificatePageProps, "certificate" | "head">) {
  const t = useTranslations();
  const { by, at, meaning, remarks, languages, version, contentDigest, evidenceDigest, event } = certificate;
  const role = useRoleWord(by.role);
  const facts = [
    { term: t("signOffs.who"), value: [by.name, role].filter(Boolean).join(", ") },
    { term: t("signOffs.when"), value: <When at={at} /> },
    { term: t("signOffs.meaning"), value: <q>{meaning}</q> },
    { term: t("signOffs.remarks"), value: remarks },
    { term: t("signOffs.languages"), value: languages.join(", ").toUpperCase() },
    { term: t("signOffs.version"), value: String(version) },
    { term: t("signOffs.contentDigest"), value: <Digest value={contentDigest} /> },
    { term: t("signOffs.evidenceDigest"), value: <Digest value={evidenceDigest} /> },
    {
      term: t("signOffs.event"),
      value: event ? (
        <Link to={`${head.base}/trail/${event.seq}`}>{t("signOffs.eventIs", { seq: event.seq })}</Link>
      ) : (
        t("signOffs.noEvent")
      ),
    },
    { term: t("signOffs.eventHash"), value: event && <Digest value={event.hash} /> },
  ];
  return <DefinitionList facts={facts} wide />;
}

const roles = ["lead", "researcher", "reviewer", "commissioner"] as const;

function useRoleWord(stored: string | null): string {
  const t = useTranslations("signOffs");
  const word = useTranslations("members");
  const role = roles.find((one) => one === stored);
  return role ? t("role", { role: word(`roles.${role}`) }) : "";
}

/** In UTC, as the trail has it, and as the reader's clock says it. */
function When({ at }: { at: Date }) {
  const t = useTranslations("signOffs");
  return (
    <>
      <span className="num">{at.toISOString().replace("T", " ").slice(0, 19)}</span> {t("utc")}; <Time at={at} as="date-time" />{" "}
      {t("local")}
    </>
  );
}

function Digest({ value }: { value: string }) {
  return <span className="mono digest">{value}</span>;
}

const checked = ["content", "evidence", "trail", "hash", "now"] as const;

function Checks({ checks }: { checks: Certificate["checks"] }) {
  const t = useTranslations("signOffs");
  const rows = checked.map((name) => ({
    state: checks[name] === true ? ("in-order" as const) : name === "now" ? ("attention" as const) : ("blocks" as const),
    title: t(`check.${name}`),
    detail: checks[name] === true ? t("yes") : t("no"),
  }));
  return <Checklist checks={rows} />;
}
