import { useTranslations } from "use-intl";

/** Whose words somebody took over from a returned file: a name as the file gives it ("" = none), never a user. Nothing where they are her own (null). */
export function OnBehalfOf({ name }: { name: string | null }) {
  const t = useTranslations("returnedFiles");
  if (name === null) return null;
  return (
    <p className="small soft">
      {name === "" ? t("onBehalfOfNobody") : t.rich("onBehalfOf", { name: () => <bdi className="strong">{name}</bdi> })}
    </p>
  );
}
