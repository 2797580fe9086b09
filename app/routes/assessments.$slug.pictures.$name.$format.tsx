import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorPictures } from "~/features/actors/actor-pictures.server";
import { alignmentPictures } from "~/features/alignments/alignment-pictures.server";
import { ratingPictures } from "~/features/ratings/rating-pictures.server";
import { interventionPictures } from "~/features/interventions/intervention-pictures.server";
import { optionPictures } from "~/features/options/option-pictures.server";
import { screeningPictures } from "~/features/screening/screening-pictures.server";
import { rankingPictures } from "~/features/ranking/ranking-pictures.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import { pictureReader, sendPicture } from "~/platform/pictures.server";

/** Every picture of a study that can be had as a file, by its name. */
const pictures = {
  ...actorPictures,
  ...rankingPictures,
  ...alignmentPictures,
  ...interventionPictures,
  ...optionPictures,
  ...ratingPictures,
  ...screeningPictures,
};

/** A picture as SVG or PNG, or its numbers as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  const reader = pictureReader(pictures, params["name"]);
  authorize(user, reader.permission, assessment);
  const { searchParams: query } = new URL(request.url);
  return sendPicture(db, reader, { assessment, viewer: user }, { params, query, language: user.language });
}
