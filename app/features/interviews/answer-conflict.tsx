import { useTranslations } from "use-intl";
import { entriesFromValue } from "~/domain/forms/entries-from-value";
import { ownWordsOf } from "~/domain/interviews/answer";
import { reasonStates } from "~/domain/moves/interview";
import { useRoot } from "~/platform/root-data";
import { type ConflictField, ConflictScreen } from "~/ui/conflict-screen";
import type { Theirs } from "./find-theirs.server";
import type { InterviewPage } from "./load-interview.server";
import { valueName } from "./value-name";

export interface AnswerConflictProps {
  slug: string;
  page: InterviewPage;
  item: string;
  entries: Readonly<Record<string, readonly string[]>>;
  theirs: Theirs;
}

/** The item of the guide that a conflict is about, as the page shows it now. */
export function conflictItem(page: InterviewPage, item: string) {
  return page.guide.blocks.flatMap(({ questions }) => questions.flatMap(({ items }) => items)).find(({ code }) => code === item);
}

/** Two people wrote the same answer: every field that differs, theirs and mine; the rest goes along as it was typed. */
export function AnswerConflict({ slug, page, item, entries, theirs }: AnswerConflictProps) {
  const t = useTranslations("interviews.form");
  const me = useRoot()?.user?.name ?? "";
  const found = conflictItem(page, item);
  const stem = valueName(item);
  const theirValue = found ? entriesFromValue(stem, found.field.answer, theirs.value, page.interview.language) : {};
  const fixed: Record<string, string> = {
    state: theirs.state ?? "",
    ...reasonEntries("notAsked", theirs.state === reasonStates.notAsked ? theirs.reason : null),
    ...reasonEntries("noAnswer", theirs.state === reasonStates.noAnswer ? theirs.reason : null),
    record: theirs.record,
    ...(theirs.notes !== null && { notes: theirs.notes }),
    attribution: theirs.attribution ?? "",
  };
  const mine = (name: string) => entries[name]?.[0] ?? "";
  const labels: Record<string, string> = {
    state: t("asked"),
    notAsked: t("whyNotAsked"),
    noAnswer: t("whyNoAnswer"),
    record: t("record"),
    notes: t("notes"),
    attribution: t("use"),
  };
  const names = [
    ...Object.keys(fixed).filter((name) => name in entries),
    ...new Set([...Object.keys(theirValue), ...Object.keys(entries).filter((name) => name.startsWith(stem))]),
  ];
  const fields = names.map((name): ConflictField => ({
    name,
    label: labels[name.replace(".words", "")] ?? t("value"),
    theirs: { value: fixed[name] ?? theirValue[name] ?? "" },
    mine: { value: mine(name) },
  }));
  const hidden = {
    intent: "record",
    question: mine("question"),
    part: mine("part"),
    timeMark: mine("timeMark"),
    givenBy: entries["givenBy"],
  };
  return (
    <ConflictScreen
      what={`${page.interview.code}:${item}`}
      theirs={{ version: theirs.version, at: theirs.at, by: theirs.by ?? undefined }}
      base={{ version: Number(mine("version")) }}
      me={me}
      fields={fields}
      hidden={hidden}
      leaveHref={`/assessments/${slug}/interviews/${page.interview.code}#q${item}`}
    />
  );
}

/** A reason as the two entries of its field: the key of the list, or own words. */
function reasonEntries(name: string, reason: string | null): Record<string, string> {
  const words = ownWordsOf(reason);
  return { [name]: words === null ? (reason ?? "") : "", [`${name}.words`]: words ?? "" };
}
