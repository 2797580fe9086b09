import { useTranslations } from "use-intl";
import { Icon } from "~/ui/icon";

/** A table as a file, narrowed and ordered as the page is. */
export function Downloads({ path, query }: { path: string; query: string }) {
  const t = useTranslations("actors");
  return (
    <p className="row wrap no-print">
      {(["xlsx", "csv"] as const).map((format) => (
        <a key={format} className="b" href={`${path}/files/${format}${query === "" ? "" : `?${query}`}`} download>
          <Icon name="download" />
          {t("download", { format: format.toUpperCase() })}
        </a>
      ))}
    </p>
  );
}
