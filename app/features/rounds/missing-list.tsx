import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ShownSending } from "./read-sending.server";

/** What a rater's own round still lacks before it can be sent: per subject each criterion, with the way to it. */
export function MissingList({ sending, base }: { sending: ShownSending; base: string }) {
  const t = useTranslations("rounds");
  if (sending.subjects.length === 0) return null;
  return (
    <div className="stack">
      <p className="strong">{t("missing")}</p>
      <ul className="stack">
        {sending.subjects.map(({ code, name, cells }) => (
          <li key={code}>
            <span className="num">{code}</span> <bdi>{name}</bdi>
            <ul>
              {cells.map((cell) => (
                <li key={cell.code}>
                  <Link to={base + cell.path}>
                    {code}:{cell.code}
                  </Link>{" "}
                  <span className="soft">{t("lacks", { parts: cell.missing.map((part) => t(`parts.${part}`)).join(", ") })}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {sending.more > 0 && <p className="soft">{t("missingMore", { count: sending.more })}</p>}
    </div>
  );
}
