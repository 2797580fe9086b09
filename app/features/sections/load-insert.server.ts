import { figureText } from "~/domain/figures/value";
import { textIn } from "~/domain/local-text";
import { referables } from "~/domain/sections/referable";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listFigures } from "~/platform/figures.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { findSectionStudy } from "./section-study.server";
import { sectionHead } from "./section-view.server";
import { namedReference } from "./text-names.server";

/** What can be put into the texts of a section: everything that a cross reference may lead to, and every figure with its value in each language. */
export async function loadInsert(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const study = await findSectionStudy(db, user, assessment, code);
  const { people } = study.standing;
  const [figures, names] = await Promise.all([listFigures(db, study), namesOfUsers(db, [...people.writerIds, ...people.reviewerIds])]);
  const text = (about: Parameters<typeof textIn>[0] | string) =>
    typeof about === "string" ? about : textIn(about, study.reading.language, study.reading.fallback);
  return {
    head: sectionHead(study, names),
    references: referables(study.document).map((one) => namedReference(one, study)),
    figures: figures.map(({ of, name, about, value }) => ({
      of,
      name,
      about: about.map(text).join(" "),
      shown: Object.fromEntries(assessment.languages.map((language) => [language, figureText(value, language)])),
    })),
    language: study.reading.language,
  };
}
