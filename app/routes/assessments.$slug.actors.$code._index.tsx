import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/permissions";
import { actOnActor } from "~/features/actors/act-on-actor.server";
import { ActorOvertaken } from "~/features/actors/actor-overtaken";
import { ActorPage } from "~/features/actors/actor-page";
import { findMergedInto } from "~/features/actors/merged-into.server";
import { findActor } from "~/features/actors/queries.server";
import { readActorPage } from "~/features/actors/read-actor-page.server";
import { RatingsSheet, RateLink } from "~/features/ratings/ratings-sheet";
import { readProfilePicture } from "~/features/ratings/read-profile-picture.server";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import { useKept } from "~/platform/kept";
import type { PageHandle } from "~/platform/page-handle";
import { readForm } from "~/platform/read-form.server";
import { ErrorSummary } from "~/ui/error-summary";

export const handle: PageHandle<{ actor: { code: string; name: string } }> = {
  title: (_t, { actor }) => `${actor.code} ${actor.name}`,
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  const study = { assessment, protocol: await protocolOf(assessment), viewer: user, language: user.language };
  const actor = await findActor(db, assessment.id, params["code"], user.language);
  const base = `/assessments/${assessment.slug}`;
  const into = await findMergedInto(db, actor);
  if (into) throw redirect(`${base}/actors/${into}`);
  const query = new URL(request.url).searchParams;
  const mayWrite = can(user, "actor.write", assessment);
  return {
    actor,
    ...(await readActorPage(db, study, actor, { query, mayWrite })),
    criteria: await readSubjectRatings(db, study, "actor", actor),
    picture: await readProfilePicture(db, study, actor.code),
    languages: assessment.languages,
    base,
    mayWrite,
    mayReconcile: can(user, "round.reconcile", assessment),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "actor.read", assessment);
  authorize(user, "actor.write", assessment);
  const actor = await findActor(db, assessment.id, params["code"]);
  const list = `/assessments/${assessment.slug}/actors`;
  const place = {
    assessmentId: assessment.id,
    languages: assessment.languages,
    language: user.language,
    list,
    path: `${list}/${actor.code}`,
    protocol: await protocolOf(assessment),
  };
  const done = await actOnActor(changeContext(user, request, assessment), place, actor.id, await readForm(request));
  if (done instanceof Response) throw done;
  return data(done, { status: done.status });
}

export default function ActorRoute() {
  const { criteria, picture, mayReconcile, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = useKept(answer?.problem);
  const path = `${page.base}/actors/${page.actor.code}`;
  if (answer?.overtaken) return <ActorOvertaken overtaken={answer.overtaken} {...page} />;
  return (
    <ActorPage
      {...page}
      problem={answer?.problem}
      errors={<ErrorSummary errors={kept.summary} />}
      acts={<RateLink criteria={criteria} path={path} />}
      ratings={
        <RatingsSheet
          criteria={criteria}
          languages={page.languages}
          base={page.base}
          kind="actor"
          code={page.actor.code}
          mayReconcile={mayReconcile}
          profile={picture}
        />
      }
    />
  );
}
