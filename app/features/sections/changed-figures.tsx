import { useTranslations } from "use-intl";
import type { BlockDocument } from "~/domain/text/document";
import { Button } from "~/ui/button";
import type { TextNames } from "./text-names.server";
import { changedFigures } from "./use-insertables";

/** The figures of a text whose data changed since it was written: take over what they say now, or keep what the text says. Stands in the form of the text. */
export function ChangedFigures({ doc, names, language }: { doc: BlockDocument; names: TextNames; language: string }) {
  const t = useTranslations("sections");
  const changed = changedFigures(doc, names, language);
  if (changed.length === 0) return null;
  return (
    <ul className="figures-changed">
      {changed.map(({ of, shown, now }) => (
        <li key={of} className="row wrap small">
          {now === null ? (
            <span>{t("figureLost", { shown, of })}</span>
          ) : (
            <>
              <span>{t("figureWas", { shown, now })}</span>
              <Button name="settle" value={`take ${of}`} size="small" icon="check" about={now}>
                {t("takeFigure")}
              </Button>
              <Button name="settle" value={`keep ${of}`} size="small" variant="quiet" about={shown}>
                {t("keepFigure")}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
