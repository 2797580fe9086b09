import type { DataWords } from "~/domain/evidence/data-table";
import { pictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import { type Judged, valueOf } from "./value";
import { valueSigns, type ValueSigns } from "./value-signs";

/** A value as a table of a document prints it: number and label, in each language of the scale. */
export function ratedWords(scale: Scale | null, judged: Judged): DataWords {
  return inEachLanguage(scale, ({ full }) => full(judged)) ?? { plain: String(valueOf(judged) ?? "") };
}

/** What raters gave where they differed, after the sign of a difference: from the lowest to the highest, or the classes that occur. */
export function rangeWords(scale: Scale | null, given: readonly Judged[]): DataWords | null {
  if (given.length === 0) return null;
  return inEachLanguage(scale, ({ rangeInFull }) => `≠ ${rangeInFull(given)}`);
}

/** The same in each language of a scale; where all are the same it is of no language. */
function inEachLanguage(scale: Scale | null, write: (signs: ValueSigns) => string): DataWords | null {
  const languages = scale ? Object.keys(scale.title) : [];
  const written = languages.map(
    (language) =>
      [
        language,
        write(
          valueSigns(
            scale,
            pictureWords((key) => key, language, languages),
          ),
        ),
      ] as const,
  );
  const [first] = written;
  if (!first) return null;
  return written.every(([, text]) => text === first[1]) ? { plain: first[1] } : { text: Object.fromEntries(written) };
}
