import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { EditionRemarks as Remarks } from "./load-edition-remarks.server";
import { RoundFacts } from "./round-facts";

/** On the page of an edition: how its round of remarks stands. */
export function EditionRemarks({ path, round, mayManage, progress, isReader }: Remarks) {
  const t = useTranslations("remarks");
  return (
    <>
      <RoundFacts path={path} round={round} mayManage={mayManage && round === null} />
      {round && (
        <p className="small">
          <Link to={`${path}/remarks`}>{isReader ? t("all") : t("table.of", progress)}</Link>
        </p>
      )}
    </>
  );
}
