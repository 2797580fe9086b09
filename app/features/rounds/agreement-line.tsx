import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Headline } from "./agreement-page";
import type { ToldHeadline } from "./read-agreement.server";

/** α of a round in one line, and the way to the page of all measures; nothing of a round that has not opened or has one rater. */
export function AgreementLine({ headline, href }: { headline: ToldHeadline | null | undefined; href: string }) {
  const t = useTranslations("rounds.agreement");
  if (headline === undefined) return null;
  return (
    <p>
      <Link to={href}>{t("link")}</Link>: {headline ? <Headline headline={headline} /> : t("noneShort")}
    </p>
  );
}
