import { useFetcher } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { isFigureSettled } from "~/domain/figures/standing";
import { referenceKey } from "~/domain/sections/referable";
import type { BlockDocument } from "~/domain/text/document";
import { figuresOf } from "~/domain/text/text-of-doc";
import type { Insertable, Insertables, TextNaming } from "~/ui/editor/editor-handle";
import type { loadInsert } from "./load-insert.server";
import { useReferenceLabel } from "./text-marks";
import type { NamedReference, TextNames } from "./text-names.server";

type Loaded = Awaited<ReturnType<typeof loadInsert>>;

/** What can be put into the texts of a section, read when somebody first asks for it, and again each time so that figures are of now. */
export function useInsertables(path: string): Insertables {
  const { load, data } = useFetcher<Loaded>();
  const titleOf = useReferenceTitle();
  const figure = useTranslations("sections.figures");
  const list = useMemo(() => {
    if (!data) return null;
    const references = data.references.map((one): Insertable => ({
      what: "reference",
      key: one.name,
      target: { kind: one.kind, id: one.id },
      label: titleOf.label(one),
      title: titleOf.title(one),
    }));
    const figures = data.figures.map(({ of, name, about, shown }): Insertable => ({
      what: "figure",
      key: of,
      of,
      title: figure(name, { about }),
      shown,
    }));
    return [...references, ...figures];
  }, [data, titleOf, figure]);
  const want = useCallback(() => load(`${path}/insert`), [load, path]);
  return useMemo(() => ({ list, want }), [list, want]);
}

/** How a cross reference is called, and what stands beside that. */
function useReferenceTitle() {
  const label = useReferenceLabel();
  return useMemo(
    () => ({ label, title: ({ kind, heading, number }: NamedReference) => (kind === "section" && number === null ? "" : heading) }),
    [label],
  );
}

/** How the cross references and figures in the texts of a block are called now, in one language. */
export function useTextNaming(names: TextNames, language: string): TextNaming {
  const { label } = useReferenceTitle();
  return {
    referenceOf: (target) => {
      const named = names.references[referenceKey(target)];
      return named && { label: label(named), title: named.heading, name: named.name, href: named.href };
    },
    figureNow: (of) => names.figures[of]?.[language] ?? null,
  };
}

/** The figures of a text whose data say something else now, each once, with that. */
export function changedFigures(
  doc: BlockDocument,
  names: TextNames,
  language: string,
): { of: string; shown: string; now: string | null }[] {
  const changed = figuresOf(doc).flatMap((figure) => {
    const now = names.figures[figure.of]?.[language] ?? null;
    return isFigureSettled(figure, now) ? [] : [[figure.of, { of: figure.of, shown: figure.shown, now }] as const];
  });
  return [...new Map(changed).values()];
}
