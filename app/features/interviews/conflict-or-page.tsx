import { isChosenByField } from "~/domain/forms/entries-from-value";
import type { Kept } from "~/platform/kept";
import type { Acted } from "./act-on-interview.server";
import { AnswerConflict, conflictItem } from "./answer-conflict";
import { AnswerOvertaken } from "./answer-overtaken";
import { useValueText } from "./answer-shown";
import { InterviewPage } from "./interview-page";
import { overtakenProblem } from "./item-problem";
import type { InterviewPage as Page } from "./load-interview.server";

interface ConflictOrPageProps {
  slug: string;
  page: Page;
  view: string;
  done: Acted | undefined;
  kept: Kept | undefined;
}

/** The page of an interview after an act: the screen of two versions where there are two, else the page with what is wrong. */
export function ConflictOrPage({ slug, page, view, done, kept }: ConflictOrPageProps) {
  const text = useValueText(page);
  const shown = { slug, page, view, open: done?.open, unconsented: done?.unconsented, kept };
  const { conflict } = done ?? {};
  if (done?.overtaken) return <AnswerOvertaken slug={slug} page={page} overtaken={done.overtaken} />;
  const item = conflict && conflictItem(page, conflict.item);
  if (!conflict || !item) return <InterviewPage {...shown} problem={done?.item} />;
  if (isChosenByField(item.field.answer)) return <AnswerConflict slug={slug} page={page} {...conflict} />;
  const { version, value, record, by } = conflict.theirs;
  return (
    <InterviewPage
      {...shown}
      problem={overtakenProblem(conflict.item, conflict.entries, version, { value: text(item, value), record, who: by ?? "" })}
    />
  );
}
