import { figureKeysIn } from "~/domain/figures/bound";
import { isFigureSettled } from "~/domain/figures/standing";
import { figureText, type FigureValue } from "~/domain/figures/value";
import { textIn } from "~/domain/local-text";
import type { Referable } from "~/domain/sections/referable";
import { referables, referenceKey } from "~/domain/sections/referable";
import type { BlockDocument } from "~/domain/text/document";
import { figuresOf, referencesOf } from "~/domain/text/text-of-doc";
import type { Db } from "~/platform/db.server";
import type { BlockRow } from "~/platform/evidence-graph.server";
import { readFigureValues } from "~/platform/figures.server";
import { blocksOf } from "~/platform/section-binding.server";
import type { SectionStudy } from "./section-study.server";

/** What a cross reference leads to, as a page names it. */
export interface NamedReference extends Pick<Referable, "kind" | "id" | "name" | "number" | "annex" | "code" | "place" | "count"> {
  heading: string;
  href: string;
}

/** What stands between the words of some texts: what their cross references lead to (none: it is gone), and their figures now by language. */
export interface TextNames {
  references: { readonly [key: string]: NamedReference };
  figures: { readonly [of: string]: { readonly [language: string]: string } };
}

type NamingStudy = Pick<SectionStudy, "assessment" | "protocol" | "document" | "reading" | "base">;

/** Gives what stands between the words of blocks, in every language in which they are written. Reads the figures that are used, and nothing where none is. */
export async function readTextNames(db: Db, study: NamingStudy, blocks: readonly BlockRow[]): Promise<(block: BlockRow) => TextNames> {
  const values = await readFigureValues(db, study, figureKeysIn(blocks.flatMap(textsOf)));
  const refers = blocks.some((block) => textsOf(block).some((doc) => referencesOf(doc).length > 0));
  const known = new Map(refers ? referables(study.document).map((one) => [referenceKey(one), one]) : []);
  return (block) => {
    const texts = textsOf(block);
    const used = texts.flatMap((doc) => referencesOf(doc).map(referenceKey));
    const languages = [block.language, ...block.translations.map(({ language }) => language)];
    return {
      references: Object.fromEntries(used.flatMap((key) => named(known.get(key), study).map((one) => [key, one]))),
      figures: Object.fromEntries(
        [...figureKeysIn(texts)].flatMap((of) => {
          const value = values.get(of);
          return value ? [[of, inEach(value, languages)] as const] : [];
        }),
      ),
    };
  };
}

/** What a page says of something to which a text may refer. */
export function namedReference(one: Referable, { reading, base }: Pick<NamingStudy, "reading" | "base">): NamedReference {
  const { kind, id, name, number, annex, code, place, count, sectionCode } = one;
  const href =
    kind === "statement" ? `${base}/statements/${code ?? ""}` : `${base}/sections/${sectionCode}${kind === "table" ? `#block-${id}` : ""}`;
  return { kind, id, name, number, annex, code, place, count, heading: textIn(one.heading, reading.language, reading.fallback), href };
}

const named = (one: Referable | undefined, study: NamingStudy) => (one ? [namedReference(one, study)] : []);

const inEach = (value: FigureValue, languages: readonly string[]) =>
  Object.fromEntries(languages.map((language) => [language, figureText(value, language)]));

function textsOf(block: BlockRow): BlockDocument[] {
  return [block.document, ...block.translations.map(({ body }) => body)];
}

/** How many figures in the texts of a section are not what their data say now, and how many cross references lead nowhere. */
export async function countTextProblems(
  db: Db,
  study: NamingStudy & Pick<SectionStudy, "section">,
): Promise<{ changed: number; broken: number }> {
  const blocks = blocksOf(study.document, study.section.id).filter(({ repeats, data }) => repeats === null && data === null);
  const namesOf = await readTextNames(db, study, blocks);
  const texts = blocks.flatMap((block) =>
    [{ language: block.language, body: block.document }, ...block.translations].map(({ language, body }) => ({
      language,
      body,
      names: namesOf(block),
    })),
  );
  return {
    changed: texts.flatMap(({ body, language, names }) =>
      figuresOf(body).filter((figure) => !isFigureSettled(figure, names.figures[figure.of]?.[language] ?? null)),
    ).length,
    broken: texts.flatMap(({ body, names }) => referencesOf(body).filter((target) => !names.references[referenceKey(target)])).length,
  };
}
