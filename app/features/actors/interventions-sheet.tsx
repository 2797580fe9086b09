import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DataTable } from "~/ui/data-table";
import { Sheet } from "~/ui/sheet";
import type { NamedIntervention } from "./read-interventions.server";

/** The interventions that the facts of an actor refer to; nothing where there are none. */
export function InterventionsSheet({ interventions, base }: { interventions: readonly NamedIntervention[]; base: string }) {
  const t = useTranslations("actors");
  if (interventions.length === 0) return null;
  return (
    <Sheet title={t("interventions")} aside={<span className="soft num">{interventions.length}</span>} flush>
      <DataTable
        caption={t("interventions")}
        rows={interventions}
        rowKey={({ code }) => code}
        columns={[
          { key: "code", head: t("code"), cell: ({ code }) => <span className="num strong">{code}</span> },
          {
            ...{ key: "name", head: t("name"), narrow: "title" },
            cell: ({ code, title, lang }) => (
              <Link to={`${base}/interventions/${code}`}>
                <bdi lang={lang}>{title}</bdi>
              </Link>
            ),
          },
          { key: "facts", head: t("fact"), narrow: "named", cell: ({ facts }) => <Facts codes={facts} /> },
        ]}
      />
    </Sheet>
  );
}

function Facts({ codes }: { codes: readonly string[] }) {
  return (
    <span className="row wrap">
      {codes.map((code) => (
        <a key={code} href={`#${code}`} className="num">
          {code}
        </a>
      ))}
    </span>
  );
}
