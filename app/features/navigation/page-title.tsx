import { useMatches } from "@remix-run/react";
import { useContext, useEffect } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { PageContext } from "~/platform/page-context";
import type { PageHandle } from "~/platform/page-handle";
import { useRoot } from "~/platform/root-data";
import { useLanguage } from "~/ui/intl";

/** What the innermost route of the page says about the page around it. */
export function usePageHandle(): { handle: PageHandle | undefined; data: unknown } {
  const match = useMatches().findLast(({ handle }) => typeof handle === "object" && handle !== null && "title" in handle);
  // Routes export their handle with this type; the router hands it on as unknown.
  return { handle: match?.handle as PageHandle | undefined, data: match?.data };
}

/** “3.3 Effectiveness · Theme fit · Grondslag”, with “Error: ” before it while a form is refused; “Error” in place of a page that is not there. */
export function PageTitle() {
  const t = useTranslations();
  const language = useLanguage();
  const root = useRoot();
  const { refused } = useContext(PageContext);
  const { handle, data } = usePageHandle();
  // What was refused below the boundary leaves no data: undefined, or null after a form. A title that asks for none needs none.
  const needsData = handle !== undefined && handle.title.length > 1;
  const own = needsData && (data === undefined || data === null) ? undefined : handle?.title(t, data as never);
  const assessment = root?.assessment && textIn(root.assessment.title, language, root.assessment.languages);
  const title = [own ?? t("errors.titlePrefix"), assessment, "Grondslag"].filter(Boolean).join(" · ");
  const prefix = `${t("errors.titlePrefix")}: `;
  useEffect(() => {
    const wrong = document.querySelector("#errors") !== null;
    document.title = wrong && own !== undefined ? prefix + title : title;
  });
  return <title>{refused && own !== undefined ? prefix + title : title}</title>;
}
