import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { CommentPanel } from "~/features/comments/comment-panel";
import { loadComments } from "~/features/comments/load-comments.server";
import { loadRounds } from "~/features/review-rounds/list-rounds.server";
import { RoundList } from "~/features/review-rounds/round-list";
import { GateSheet } from "~/features/gate/gate-sheet";
import { loadGate } from "~/features/gate/load-gate.server";
import { actOnReview, type ReviewProblem } from "~/features/sections/act-on-review.server";
import { LiveSection } from "~/features/sections/live-section";
import { loadChapter } from "~/features/sections/load-chapter.server";
import { loadLive } from "~/features/sections/load-live.server";
import { loadReview } from "~/features/sections/load-review.server";
import { decisions, DecidePage } from "~/features/sections/review-forms";
import { ReviewPage } from "~/features/sections/review-page";
import { ReviewForms } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { loadSuggestions } from "~/features/suggestions/load-suggestions.server";
import { SuggestionPanel } from "~/features/suggestions/suggestion-panel";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseForm } from "~/platform/parse-form.server";
import { revalidateAfterAct } from "~/platform/revalidate-after-act";
import { PassagesProvider } from "~/ui/passages";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [head.number, head.heading, `(${t("sections.review")})`].filter(Boolean).join(" "),
  wide: true,
};

export const shouldRevalidate = revalidateAfterAct;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { searchParams } = new URL(request.url);
  const comments = await loadComments(db, user, assessment, params["code"], { query: new URL(request.url).searchParams, at: new Date() });
  const suggestions = await loadSuggestions(db, user, assessment, params["code"]);
  const live = await loadLive(db, user, assessment, params["code"], new Date());
  const section = await loadReview(db, user, assessment, params["code"], { asked: searchParams.get("show"), readAt: new Date() });
  const study = searchParams.get("decide") === "sign-chapter" ? await findSectionStudy(db, user, assessment, params["code"]) : null;
  const review = await loadRounds(db, user, { id: section.id, assessmentId: assessment.id });
  const gate = await loadGate(db, user, assessment, params["code"]);
  return { ...section, live, comments, suggestions, review, gate, chapter: study && (await loadChapter(db, study)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const study = await findSectionStudy(db, user, assessment, params["code"]);
  const form = await parseForm(request, ReviewForms);
  // Who was taken off the section while she filled the form gets it back with that said; anyone else is refused.
  if (!form.ok) authorize(user, "section.review", study.people);
  if (!form.ok) return data<ReviewProblem>(form.problem, { status: 422 });
  const done = await actOnReview(changeContext(user, request, assessment), user, request, study, form.value);
  if (done instanceof Response) throw done;
  return data(done.problem, { status: done.status });
}

export default function ReviewRoute() {
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [query] = useSearchParams();
  const asked = query.get("decide");
  const decide = decisions.find((one) => one === (problem?.values["intent"]?.[0] ?? asked));
  const offered = loaded.moves.some(({ name, hindrance }) => name === decide && hindrance === null) || decide === "sign-chapter";
  if (decide && (offered || problem)) return <DecidePage decide={decide} loaded={loaded} problem={problem} chapter={loaded.chapter} />;
  return (
    <PassagesProvider
      {...loaded.comments}
      suggest={loaded.suggestions.suggest}
      open={{ comments: loaded.comments.open.length, suggestions: loaded.suggestions.waiting.length }}
    >
      <LiveSection path={loaded.head.path} start={loaded.live} blocks={loaded.blocks}>
        <ReviewPage
          loaded={loaded}
          gate={<GateSheet gate={loaded.gate} />}
          comments={
            <>
              <SuggestionPanel view={loaded.suggestions} />
              <CommentPanel view={loaded.comments} from="review" language={loaded.reading.language} steps={false} />
            </>
          }
          rounds={<RoundList {...loaded.review} path={loaded.head.path} />}
        />
      </LiveSection>
    </PassagesProvider>
  );
}
