import { useTranslations } from "use-intl";
import type { ShownNetwork } from "~/domain/actors/network-picture";
import { relationKinds } from "~/domain/actors/relation";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PictureFigure } from "~/ui/picture-figure";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";

export interface NetworkPageProps {
  network: ({ kind: "network" } & ShownNetwork) | null;
  kind: string;
  query: string;
  languages: readonly string[];
  base: string;
}

/** How the actors stand to each other, as a picture with its table; all relations or those of one kind. */
export function NetworkPage({ network, kind, query, languages, base }: NetworkPageProps) {
  const t = useTranslations("actors");
  if (network === null && kind === "")
    return (
      <Sheet title={t("relations")}>
        <EmptyState title={t("noRelations")} act={<ButtonLink to={`${base}/actors/list`}>{t("register")}</ButtonLink>}>
          {t("noNetworkHint")}
        </EmptyState>
      </Sheet>
    );
  return (
    <Sheet title={t("relations")} flush>
      <FilterBar label={t("filterNetwork")}>
        <SelectField
          name="kind"
          label={t("relation")}
          empty={t("all")}
          options={relationKinds.map((one) => ({ value: one, label: t(`sides.${one}`) }))}
          value={kind}
        />
      </FilterBar>
      <div className="body">
        {network ? (
          <PictureFigure content={network} languages={languages} base={base} name="network" query={query} />
        ) : (
          <p className="soft">{t("noRelations")}</p>
        )}
      </div>
    </Sheet>
  );
}
