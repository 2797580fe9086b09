import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useEditionName } from "./edition-name";

/** A link to what changed in an edition since an earlier one; drafts are named where they aren't what readers see. */
export function CompareLink({
  own,
  draft,
  earlier,
}: {
  own: string;
  draft: number | undefined;
  earlier: { number: number; onlyDraft: number | undefined };
}) {
  const t = useTranslations("editions");
  const edition = useEditionName(earlier);
  const query = new URLSearchParams({
    ...(draft === undefined ? {} : { draft: String(draft) }),
    ...(earlier.onlyDraft === undefined ? {} : { with: String(earlier.onlyDraft) }),
  });
  return <Link to={`${own}/compare/${earlier.number}${query.size > 0 ? `?${query}` : ""}`}>{t("compare.since", { edition })}</Link>;
}
