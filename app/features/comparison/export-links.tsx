import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";

/** The same table as a file, with the filter of the page. */
export function ExportLinks({ href, query }: { href: string; query: string }) {
  const t = useTranslations("comparison");
  const search = query === "" ? "" : `?${query}`;
  return (
    <>
      {(["xlsx", "csv"] as const).map((format) => (
        <ButtonLink key={format} icon="download" to={`${href}/${format}${search}`} download>
          {t(`formats.${format}`)}
        </ButtonLink>
      ))}
    </>
  );
}
