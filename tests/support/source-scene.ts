import { addExcerpt } from "~/features/sources/add-excerpt.server";
import { addSource } from "~/features/sources/add-source.server";
import type { SourceInput } from "~/features/sources/source-row.server";
import { as, type Cast } from "../cast";
import { hour } from "./interview-scene";

/** What is filled in of a source. */
export const sourceInput: SourceInput = {
  type: "report",
  title: "Kranen in de stad",
  titleKind: "given",
  authors: [{ family: "Visser", given: "A." }],
  issued: "2024",
  bibliography: {},
  language: "nl",
  origin: null,
  reading: "read",
  appraisal: "",
};

/** What is filled in of a passage. */
export const passage = { form: "quoted", text: "Kranen werken drie jaar.", language: "nl", place: "p. 4" } as const;

/** Adds a source, by the researcher. */
export const givenSource = (cast: Cast) => addSource(as(cast.researcher, hour(1)), { ...sourceInput, assessmentId: cast.assessment.id });

/** Adds a passage to a source, by the researcher. */
export const givenExcerpt = (cast: Cast, sourceId: string) =>
  addExcerpt(as(cast.researcher, hour(1)), { ...passage, assessmentId: cast.assessment.id, sourceId });
