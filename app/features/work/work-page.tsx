import { useTranslations } from "use-intl";
import { taskGroups, type TaskGroup, type TaskKind } from "~/domain/work/task";
import { taskValues } from "~/domain/work/task-words";
import { EmptyState } from "~/ui/empty-state";
import { DeviceDrafts } from "~/ui/kept-drafts";
import type { IconName } from "~/ui/icon";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TaskList, type Task } from "~/ui/task-list";
import { Time } from "~/ui/time";
import type { WorkShown } from "./load-work.server";
import { StudyAside } from "./study-aside";

const icons: Record<TaskKind, IconName> = {
  freeze: "protocol",
  assign: "team",
  "agree-interviews": "interview",
  "record-consent": "lock",
  "settle-notices": "lock",
  "settle-corrections": "pencil",
  "ask-unsent": "pencil",
  "discuss-corrections": "mail",
  "replace-withdrawn": "link",
  reconcile: "panes",
  rate: "rating",
  "chase-raters": "clock",
  "replace-rater": "team",
  "replace-reviewer": "team",
  "name-reviewer": "team",
  "change-section": "pencil",
  "sign-again": "rotate",
  "write-section": "section",
  "start-section": "section",
  "record-interview": "interview",
  "hold-interview": "calendar",
  "judge-nodes": "alignment",
  "screen-titles": "excerpt",
  "find-texts": "download",
  "read-texts": "excerpt",
  "settle-screening": "panes",
  compile: "edition",
  "open-draft": "edition",
  "draft-failed": "edition",
  "read-edition": "read",
  "review-section": "eye",
  "answer-mention": "mail",
  "answer-comments": "pencil",
  "settle-suggestions": "pencil",
  "respond-remarks": "mail",
  "show-responses": "read",
  "remark-edition": "read",
};

/** What waits for a person over all her assessments: what holds up others first, each row with the one button to it. */
export function WorkPage({ tasks, several, none, studies }: WorkShown) {
  const t = useTranslations("work");
  const groups = taskGroups
    .map((group) => ({ group, tasks: tasks.filter((task) => task.group === group) }))
    .filter(({ tasks: own }) => own.length > 0);
  const lists = groups.map(({ group, tasks: own }, place) => (
    <TaskSheet key={group} group={group} tasks={own} several={several} primary={place === 0} />
  ));
  const empty = <EmptyState title={t("empty")}>{t(none ? "noAssessment" : "emptyHint")}</EmptyState>;
  return (
    <>
      <PageHead title={t("title")} lede={tasks.length > 0 && t("lede", { count: tasks.length })} />
      <DeviceDrafts />
      {studies.length === 0 ? (
        <div className="gap">{lists.length > 0 ? lists : empty}</div>
      ) : (
        <MainAside
          label={t("beside")}
          aside={studies.map((study) => (
            <StudyAside key={study.base} study={study} several={several} />
          ))}
        >
          {lists.length > 0 ? lists : empty}
        </MainAside>
      )}
    </>
  );
}

function TaskSheet({
  group,
  tasks,
  several,
  primary,
}: {
  group: TaskGroup;
  tasks: WorkShown["tasks"];
  several: boolean;
  primary: boolean;
}) {
  const t = useTranslations("work");
  return (
    <Sheet title={t(`groups.${group}`)} aside={tasks.length} flush>
      <TaskList primary={primary} tasks={tasks.map((task) => shownTask(task, several, t))} />
    </Sheet>
  );
}

function shownTask(task: WorkShown["tasks"][number], several: boolean, t: ReturnType<typeof useTranslations<"work">>): Task {
  const { base, path, kind, name, assessment, status, since, dueOn } = task;
  const values = taskValues(task, name, (annex) => t("annex", annex));
  const why = t(`tasks.${kind}.why`, values);
  return {
    key: `${base} ${task.key}`,
    icon: icons[kind],
    title: t(`tasks.${kind}.title`, values),
    context: [several && assessment, why].filter(Boolean).join(" · "),
    href: base + path,
    status: status && <StatusTag state={status} />,
    due: dueOn ? t.rich("dueBy", { time: () => <Time at={dueOn} as="table" /> }) : since && <Time at={since} as="relative" />,
    act: t(`tasks.${kind}.act`),
  };
}
