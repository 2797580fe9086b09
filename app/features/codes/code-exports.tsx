import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";

/** The passages as a file. */
export function CodeExports({ base, query }: { base: string; query: string }) {
  const t = useTranslations("codes");
  return (
    <>
      {(["xlsx", "csv"] as const).map((format) => (
        <ButtonLink key={format} icon="download" to={`${base}/codings/files/${format}${query}`} download>
          {t(`formats.${format}`)}
        </ButtonLink>
      ))}
    </>
  );
}
