import { Link, useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import { PageHead } from "~/ui/page-head";

const codes = ["signed-out", "forbidden", "not-found", "conflict", "wrong-state", "too-large", "wrong-kind", "invalid", "too-many", "unavailable"] as const;

/** What went wrong, what is safe and what to do; the frame around it stays. */
export function RefusalPage({ data }: { status: number; data: unknown }) {
  const t = useTranslations("errors");
  const root = useRoot();
  const { pathname, search } = useLocation();
  const { code, details } = typeof data === "object" && data !== null ? (data as { code?: string; details?: { request?: string } }) : {};
  const kind = codes.find((one) => one === code) ?? "unexpected";
  return (
    <>
      <PageHead title={t(`titles.${kind}`)} />
      {kind === "signed-out" && <Link to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>{t("signIn")}</Link>}
      <p className="faint small">{t("request", { id: details?.request ?? root?.requestId ?? "" })}</p>
    </>
  );
}
