import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayAt } from "~/domain/day";
import { CommentPanel } from "~/features/comments/comment-panel";
import { loadComments } from "~/features/comments/load-comments.server";
import { GateSheet } from "~/features/gate/gate-sheet";
import { loadGate } from "~/features/gate/load-gate.server";
import { loadRounds } from "~/features/review-rounds/list-rounds.server";
import { RoundList } from "~/features/review-rounds/round-list";
import { actOnSection } from "~/features/sections/act-on-section.server";
import { LiveSection } from "~/features/sections/live-section";
import { loadLive } from "~/features/sections/load-live.server";
import { loadSection } from "~/features/sections/load-section.server";
import { SectionForms } from "~/features/sections/schema";
import { SectionPage } from "~/features/sections/section-page";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { loadSuggestions } from "~/features/suggestions/load-suggestions.server";
import { SuggestionPanel } from "~/features/suggestions/suggestion-panel";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { PassagesProvider } from "~/ui/passages";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (_t, { head }) => [head.number, head.heading].filter(Boolean).join(" "),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const comments = await loadComments(db, user, assessment, params["code"], { query: new URL(request.url).searchParams, at: new Date() });
  const suggestions = await loadSuggestions(db, user, assessment, params["code"]);
  const live = await loadLive(db, user, assessment, params["code"], new Date());
  const section = await loadSection(db, user, assessment, params["code"], dayAt(new Date()));
  const review = await loadRounds(db, user, { id: section.id, assessmentId: assessment.id });
  const gate = await loadGate(db, user, assessment, params["code"]);
  return { ...section, live, comments, suggestions, review, gate };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  authorize(user, "section.assign", assessment);
  const { section } = await findSectionStudy(db, user, assessment, params["code"]);
  const form = await parseForm(request, SectionForms);
  if (!form.ok) return data(form.problem, { status: 422 });
  const done = await actOnSection(changeContext(user, request, assessment), assessment, section, form.value);
  if (done instanceof Response) throw done;
  return data(done, { status: 422 });
}

export default function SectionRoute() {
  const problem = useActionData<typeof action>();
  const shown = useLoaderData<typeof loader>();
  return (
    <PassagesProvider
      {...shown.comments}
      suggest={shown.suggestions.suggest}
      open={{ comments: shown.comments.open.length, suggestions: shown.suggestions.waiting.length }}
    >
      <LiveSection path={shown.head.path} start={shown.live} blocks={shown.blocks}>
        <SectionPage
          shown={shown}
          problem={problem}
          gate={<GateSheet gate={shown.gate} />}
          comments={
            <>
              <SuggestionPanel view={shown.suggestions} />
              <CommentPanel view={shown.comments} from="read" language={shown.reading.language} />
            </>
          }
          rounds={<RoundList {...shown.review} path={shown.head.path} />}
        />
      </LiveSection>
    </PassagesProvider>
  );
}
