import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import type { Certificate } from "./certificate-page";

/** Everything that a sign-off bound as evidence, each with its fingerprint and whether it is still the same. */
export function SignedEvidence({ evidence }: { evidence: Certificate["evidence"] }) {
  const t = useTranslations();
  return (
    <Sheet title={t("signOffs.evidence")} intro={t("signOffs.evidenceHint", { count: evidence.length })}>
      {evidence.length > 0 && (
        <div className="scroll" role="region" aria-label={t("ui.table.region", { caption: t("signOffs.evidence") })} tabIndex={0}>
          <table className="signed-evidence">
            <thead>
              <tr>
                <th scope="col">{t("signOffs.codeOf")}</th>
                <th scope="col">{t("signOffs.kind")}</th>
                <th scope="col">{t("signOffs.digest")}</th>
                <th scope="col">{t("signOffs.state")}</th>
              </tr>
            </thead>
            <tbody>
              {evidence.map(({ key, code, href, kind, digest, state }) => (
                <tr key={key}>
                  <th scope="row">{code === null ? t("signOffs.hidden") : href ? <Link to={href}>{code}</Link> : code}</th>
                  <td>{t(`evidence.kinds.${kind}`)}</td>
                  <td>
                    <span className="mono digest">{digest}</span>
                  </td>
                  <td>{t(`signOffs.${state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}
