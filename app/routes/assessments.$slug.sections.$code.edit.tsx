import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommentPanel } from "~/features/comments/comment-panel";
import { loadComments } from "~/features/comments/load-comments.server";
import { GateSheet } from "~/features/gate/gate-sheet";
import { loadGate } from "~/features/gate/load-gate.server";
import { actOnEdit } from "~/features/sections/act-on-edit.server";
import { gatherChoices } from "~/features/sections/choice-fields";
import { EditConflict } from "~/features/sections/edit-conflict";
import { EditPage } from "~/features/sections/edit-page";
import { LiveSection } from "~/features/sections/live-section";
import { loadEdit } from "~/features/sections/load-edit.server";
import { loadLive } from "~/features/sections/load-live.server";
import { EditForms } from "~/features/sections/schema";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { loadSuggestions } from "~/features/suggestions/load-suggestions.server";
import { SuggestionPanel } from "~/features/suggestions/suggestion-panel";
import { db } from "~/platform/db.server";
import { authorize, changeContext, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";
import { parseFields } from "~/platform/parse-form.server";
import { readForm } from "~/platform/read-form.server";
import { PassagesProvider } from "~/ui/passages";

export const handle: PageHandle<{ head: { number: string | null; heading: string } }> = {
  title: (t, { head }) => [head.number, head.heading, `(${t("sections.write")})`].filter(Boolean).join(" "),
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const comments = await loadComments(db, user, assessment, params["code"], { query: new URL(request.url).searchParams, at: new Date() });
  const suggestions = await loadSuggestions(db, user, assessment, params["code"]);
  const live = await loadLive(db, user, assessment, params["code"], new Date());
  const gate = await loadGate(db, user, assessment, params["code"]);
  return {
    ...(await loadEdit(db, user, assessment, params["code"], new URL(request.url).searchParams)),
    live,
    comments,
    suggestions,
    gate,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "section.read", assessment);
  const { section, people } = await findSectionStudy(db, user, assessment, params["code"]);
  authorize(user, "section.write", people);
  const form = parseFields(gatherChoices(await readForm(request)), EditForms);
  if (!form.ok) return data({ refused: { message: "invalid", id: null, code: null, codes: [] } }, { status: 422 });
  const { search } = new URL(request.url);
  const posted = {
    context: changeContext(user, request, assessment),
    assessment,
    section,
    search,
    form: form.value,
    autosave: request.headers.has("x-autosave"),
  };
  const done = await actOnEdit(posted);
  if (done instanceof Response) throw done;
  return data(done.answer, { status: done.status });
}

export default function EditRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "conflict" in answer) return <EditConflict conflict={answer.conflict} head={loaded.head} />;
  return (
    <PassagesProvider
      {...loaded.comments}
      suggest={loaded.suggestions.suggest}
      open={{ comments: loaded.comments.open.length, suggestions: loaded.suggestions.waiting.length }}
    >
      <LiveSection path={loaded.head.path} start={loaded.live} blocks={loaded.blocks} writes>
        <EditPage
          loaded={loaded}
          answer={answer}
          gate={<GateSheet gate={loaded.gate} />}
          comments={
            <>
              <SuggestionPanel view={loaded.suggestions} />
              <CommentPanel view={loaded.comments} from="edit" language={loaded.reading.language} />
            </>
          }
        />
      </LiveSection>
    </PassagesProvider>
  );
}
