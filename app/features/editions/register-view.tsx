import { Link } from "@remix-run/react";
import { createContext, useContext } from "react";
import { useTranslations } from "use-intl";
import type { RegisterEntry } from "~/domain/document/model";
import { Flag, useOther } from "./flag";
import { GroundMarkOf, InlineView } from "./inline-view";
import { useReading } from "./reading-context";

/** The register of the document, for the page that shows it. */
export const RegisterContext = createContext<readonly RegisterEntry[]>([]);

/** The register of evidence: every ground with its place, what it is, and what stands on it. */
export function RegisterView() {
  const t = useTranslations("reading");
  const register = useContext(RegisterContext);
  if (register.length === 0) return <p className="soft">{t("registerEmpty")}</p>;
  return (
    <div className="rich rich-table read-table" role="region" aria-label={t("table")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("registerCode")}</th>
            <th scope="col">{t("registerWhat")}</th>
            <th scope="col">{t("registerBears")}</th>
          </tr>
        </thead>
        <tbody>
          {register.map((entry) => (
            <tr key={entry.anchor} id={entry.anchor}>
              <th scope="row" className="num">
                {entry.code}
              </th>
              <td>
                <EntryWords entry={entry} />
              </td>
              <td>
                <Bears entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a ground is, as far as consent allows. */
function EntryWords({ entry }: { entry: RegisterEntry }) {
  const t = useTranslations("reading");
  const language = useOther(entry.language);
  return (
    <>
      <p>
        <InlineView line={entry.label} />
      </p>
      {entry.text && (
        <p className="quote" lang={language}>
          <InlineView line={entry.text} />
        </p>
      )}
      <Flag flag={entry.flag} />
      {entry.withheld && <p className="small soft">{entry.withheld}</p>}
      {entry.remarks.map((remark) => (
        <p className="small soft" key={remark}>
          {remark}
        </p>
      ))}
      {entry.grounds.length > 0 && (
        <p className="chips small">
          {t("standsOn")}{" "}
          {entry.grounds.map((ground) => (
            <GroundMarkOf key={ground.to} ground={ground} />
          ))}
        </p>
      )}
    </>
  );
}

function Bears({ entry }: { entry: RegisterEntry }) {
  const t = useTranslations("reading");
  const { placeHref } = useReading();
  return entry.bears.map((each, at) => (
    <span key={`${each.to} ${each.relation}`}>
      {at > 0 && ", "}
      <Link to={placeHref(each.to)}>{each.code}</Link>
      {each.relation !== "supports" && ` (${t(each.relation)})`}
    </span>
  ));
}
