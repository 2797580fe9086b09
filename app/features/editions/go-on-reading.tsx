import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ShownPosition } from "~/domain/document/reading-position";
import { Icon } from "~/ui/icon";
import { lineOf } from "./line-of";

/** The way back to where a reader was. */
export function GoOnReading({ goOn: { section, place, entry, code }, path, query }: { goOn: ShownPosition; path: string; query: string }) {
  const t = useTranslations("reading");
  const at = place === null ? "" : `#${place}`;
  return (
    <p className="go-on small">
      <Icon name="read" />{" "}
      <Link to={`${path}/read/${section}${query}${at}`}>
        {t.rich("goOn", { place: () => <span lang={entry.language}>{code === null ? lineOf(entry) : `${lineOf(entry)}, ${code}`}</span> })}
      </Link>
    </p>
  );
}
