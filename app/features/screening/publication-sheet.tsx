import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { looseDate } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import type { Publication } from "./load-step.server";

/** The publication on which is decided: title, authors, where it stands, and its abstract. */
export function PublicationSheet({ source, base }: { source: Publication; base: string }) {
  const t = useTranslations("screening");
  const language = useLanguage();
  const authors = source.authors.map((author) =>
    "literal" in author ? author.literal : [author.family, author.given].filter(Boolean).join(", "),
  );
  const { container, publisher, doi, url } = source.bibliography;
  const where = [container, publisher, source.issued === null ? null : looseDate(source.issued, language)].filter(Boolean).join(" · ");
  const address = doi ? `https://doi.org/${encodeURI(doi)}` : url;
  return (
    <Sheet
      title={<bdi lang={source.language}>{source.title}</bdi>}
      aside={<Link to={`${base}/sources/${source.code}`}>{source.code}</Link>}
      as="article"
      id="publication"
    >
      {authors.length > 0 && <p dir="auto">{authors.join("; ")}</p>}
      {where && (
        <p className="small soft" dir="auto">
          {where}
        </p>
      )}
      {address && /^https?:\/\//u.test(address) && (
        <p className="small">
          <a href={address} rel="noopener noreferrer">
            {doi ? `doi.org/${doi}` : address}
          </a>
        </p>
      )}
      <h3 className="abstract-head small soft">{t("abstract")}</h3>
      {source.abstract.trim() === "" ? (
        <p className="soft">{t("noAbstract")}</p>
      ) : (
        <p className="abstract" lang={source.language} dir="auto">
          {source.abstract}
        </p>
      )}
    </Sheet>
  );
}
