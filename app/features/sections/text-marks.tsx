import { Link } from "@remix-run/react";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { isFigureSettled } from "~/domain/figures/standing";
import { referenceKey } from "~/domain/sections/referable";
import type { BoundFigure, ReferenceTarget } from "~/domain/text/document";
import type { NamedReference, TextNames } from "./text-names.server";

/** How a cross reference is called: by number where its target has one, else by heading. */
export function useReferenceLabel(): (named: NamedReference) => string {
  const t = useTranslations("sections");
  return useCallback(
    ({ kind, code, number, annex, heading, place, count }) => {
      if (kind === "statement") return code ?? "";
      const section = number === null ? heading : annex && !number.includes(".") ? t("annex", { number }) : number;
      return kind === "table" ? t("tableIn", { section, place, count }) : section;
    },
    [t],
  );
}

/** Gives what is drawn of the cross references and figures in the texts of a block. */
export function useTextMarks(names: TextNames, language: string) {
  return {
    reference: (target: ReferenceTarget) => <ReferenceMark named={names.references[referenceKey(target)]} />,
    figure: (figure: BoundFigure) => <FigureMark figure={figure} now={names.figures[figure.of]?.[language] ?? null} />,
  };
}

function ReferenceMark({ named }: { named: NamedReference | undefined }) {
  const t = useTranslations("sections");
  const label = useReferenceLabel();
  if (!named) return <mark className="gone">{t("referenceGone")}</mark>;
  return (
    <Link to={named.href} title={named.heading}>
      {label(named)}
    </Link>
  );
}

/** A figure as the text says it, and where its data say something else now, that. */
function FigureMark({ figure, now }: { figure: BoundFigure; now: string | null }) {
  const t = useTranslations("sections");
  if (isFigureSettled(figure, now)) return <span className="figure">{figure.shown}</span>;
  return (
    <span className="figure changed">
      {figure.shown} <span className="now">{now === null ? t("figureGone") : t("figureNow", { now })}</span>
    </span>
  );
}
