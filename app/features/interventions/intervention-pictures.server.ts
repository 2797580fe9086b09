import { pictureWords } from "~/domain/pictures/words";
import { documentWords } from "~/platform/document-words.server";
import { readEffectiveness } from "~/platform/effectiveness.server";
import type { PictureReaders } from "~/platform/pictures.server";

/** The pictures of the interventions that can be had as files: by the class of the criterion that is asked for, or else of the first, of all groups or one. */
export const interventionPictures: PictureReaders = {
  effectiveness: {
    permission: "intervention.read",
    read: async (db, study, query) => {
      const [group, asked] = [query.get("group"), query.get("criterion")];
      const { languages } = study.assessment;
      const titles = languages.map((language) => pictureWords(documentWords(language), language, languages).text);
      const { criteria, interventions } = await readEffectiveness(
        db,
        study,
        (row) => group === null || titles.some((text) => text(row.group) === group),
      );
      const found = asked === null ? criteria[0] : criteria.find(({ criterion }) => criterion.id === asked);
      return found && interventions.length > 0 ? { kind: "effectiveness", ...found.matrix } : null;
    },
  },
};
