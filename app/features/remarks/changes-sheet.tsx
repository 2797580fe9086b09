import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { ResponseShown } from "./load-response.server";

/** What was written since the edition in the statements that a remark and its response name. */
export function ChangesSheet({ page: { base, changes } }: { page: ResponseShown }) {
  const t = useTranslations("remarks.respond");
  return (
    <Sheet title={t("changes")}>
      {changes.length === 0 && <p className="small soft">{t("noChanges")}</p>}
      <ul className="stack">
        {changes.map(({ code, section, from, to, isRewritten }) => (
          <li key={code} className="small">
            <StatementNumber code={code} href={`${base}/statements/${code}`} />{" "}
            <Link to={`${base}/sections/${section}`}>
              {from === null ? t("changeNew", { section, to }) : t("change", { section, from, to })}
            </Link>
            {", "}
            {t(isRewritten ? "rewritten" : "sameWords")}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
