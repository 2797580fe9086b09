import { cellKey } from "~/domain/judgements/cells";
import { allowedValues } from "~/domain/judgements/import-ratings";
import { numberFormat } from "~/domain/formats";
import { textIn } from "~/domain/local-text";
import { labelOnScale, numberOnScale, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { textsOf, translator } from "~/platform/i18n.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { refuse } from "~/platform/refusal.server";
import { spreadsheetFormats, spreadsheetResponse, writeSpreadsheet } from "~/platform/spreadsheet.server";
import { ratedCriteria, type RatingSheetStudy, readOwn } from "./rating-sheet.server";

const widths = [8, 28, 24, 40, 32, 20, 60, 12, 24];

/** A rater's own ratings of her round as a spreadsheet to fill in: a row for each subject and criterion, with what can be given and what she gave so far. */
export async function exportRatingSheet(study: RatingSheetStudy, slug: string, format: string | undefined): Promise<Response> {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const { viewer, round } = study;
  const content = await limitedExport(viewer.id, async () => {
    const t = translator(viewer.language, "sheets");
    const table = { name: t("takeOver").slice(0, 31), widths, rows: await readRows(study) };
    return writeSpreadsheet({ format: known, language: viewer.language, tables: [table] });
  });
  return spreadsheetResponse(known, `${slug}-round-${round.number}`, content);
}

async function readRows(study: RatingSheetStudy): Promise<string[][]> {
  const { assessment, protocol, viewer, round } = study;
  const t = translator(viewer.language, "sheets");
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, viewer.language, assessment.languages);
  const things = await listJudgedThings(db, assessment.id, protocol, round.subjectKind, round.subjects);
  const own = await readOwn(db, study);
  const heads = [t("ratings.code"), t("ratings.name"), t("ratings.criterion"), t("definition"), t("allowed")];
  const filled = [t("ratings.value"), t("ratings.justification"), t("ratings.ownExpertise"), t("ratings.grounds")];
  const rows = things.flatMap(({ id, code, name }) =>
    ratedCriteria(protocol, round).map((criterion) => {
      const { scale } = criterion;
      const given = own.get(cellKey({ subjectId: id, criterion: criterion.id }));
      const asked = [code, say(name), `${criterion.code} ${say(criterion.title)}`, say(criterion.description)];
      const allowed =
        scale.kind === "numeric"
          ? [t("stepRange", { min: scale.min, max: scale.max, step: scale.step }), ...allowedValues(scale, viewer.language).slice(1)]
          : allowedValues(scale, viewer.language);
      const value = given?.value ?? null;
      const expertise = given?.ownExpertise ? textsOf(viewer.language).fields.yes : "";
      const grounds = (given?.grounds ?? []).map((ground) => ground.code).join("; ");
      return [
        ...asked,
        allowed.join("; "),
        value === null ? "" : typedAs(scale, value, viewer.language, say),
        given?.justification ?? "",
        expertise,
        grounds,
      ];
    }),
  );
  return [[...heads, ...filled], ...rows];
}

/** A value as it is read again: a number of the scale before its label, a mark in the way of the language. */
function typedAs(scale: Scale, value: ScaleValue, language: string, say: (text: Parameters<typeof textIn>[0]) => string): string {
  const label = say(labelOnScale(scale, value));
  const number = numberOnScale(scale, value);
  const shown = number === null ? "" : numberFormat(language === "en" ? "en-GB" : language, { maximumFractionDigits: 6 }).format(number);
  return [shown, label].filter(Boolean).join(" ") || String(value);
}
