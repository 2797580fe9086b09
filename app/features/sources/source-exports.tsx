import { useTranslations } from "use-intl";
import { writtenFormats, type WrittenFormat } from "~/domain/sources/reference-formats";
import { Icon } from "~/ui/icon";
import { Sheet } from "~/ui/sheet";

/** The sources of the list, all or as it is narrowed, as files that reference managers read. */
export function SourceExports({ path, query }: { path: string; query: string }) {
  const t = useTranslations("sources");
  const href = (format: WrittenFormat) => {
    const asked = new URLSearchParams(query);
    asked.set("format", format);
    return `${path}/export?${asked}`;
  };
  return (
    <Sheet title={t("export")} intro={t("exportIntro")}>
      <p className="row wrap">
        {(Object.keys(writtenFormats) as WrittenFormat[]).map((format) => (
          <a key={format} className="b" href={href(format)} download>
            <Icon name="download" />
            {t(`exports.${format}`)}
          </a>
        ))}
      </p>
    </Sheet>
  );
}
