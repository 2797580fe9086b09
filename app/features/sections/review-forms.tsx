import { useTranslations } from "use-intl";
import { useKept } from "~/platform/kept";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { ConfirmPage } from "~/ui/confirm-page";
import { Notice } from "~/ui/notice";
import { languageOptions } from "~/ui/options";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { ReviewProblem } from "./act-on-review.server";
import type { loadChapter } from "./load-chapter.server";
import type { loadReview } from "./load-review.server";
import { DifferenceView } from "./review-difference";
import { useRuleWords } from "./reviewers-notice";
import { Fingerprint } from "./section-aside";
import { useSectionTitle } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** The decisions that have a form of their own. */
export const decisions = ["ask-changes", "sign-off", "sign-chapter"] as const;
export type Decision = (typeof decisions)[number];

interface DecideProps {
  loaded: Loaded;
  problem: ReviewProblem | undefined;
  chapter: Awaited<ReturnType<typeof loadChapter>> | null;
}

/** The page that asks for a decision: a reason for what is to be changed, or password and languages for signing. */
export function DecidePage({ decide, ...props }: DecideProps & { decide: Decision }) {
  if (decide === "sign-chapter") return <ChapterPage {...props} />;
  return decide === "ask-changes" ? <AskPage {...props} /> : <SignPage {...props} />;
}

/** What goes with a sign-off of what the page shows. */
export function signingOf({ head, binds, readAt }: Loaded) {
  const { content, evidence } = binds;
  return {
    intent: "sign-off",
    version: head.version,
    content,
    evidence,
    changes: head.changes,
    ...(readAt && { readAt: readAt.toISOString() }),
  };
}

function useDecision(decide: Decision, { loaded: { head, moves }, problem }: DecideProps) {
  const t = useTranslations();
  const names = { reason: t("sections.whatToChange"), languages: t("sections.languagesCovered"), sections: t("reviewing.sections") };
  const kept = useKept(problem, decide, names);
  const act = decide === "sign-chapter" ? t("reviewing.signChapter") : t(`sections.moves.${decide}`);
  const crumbs = [
    { label: t("sections.heading"), href: `${head.base}/sections` },
    { label: head.number ?? head.code, href: head.path },
    { label: t("sections.review"), href: `${head.path}/review` },
    { label: act },
  ];
  const move = moves.find(({ name }) => name === (decide === "sign-chapter" ? "sign-off" : decide));
  const why = move ? move.hindrance && t(`sections.hindrance.${move.hindrance}`, { authors: "" }) : t("reviewing.over");
  return { kept, act, page: { crumbs, errors: kept.summary, cancelHref: `${head.path}/review` }, refused: why ?? undefined };
}

function AskPage(props: DecideProps) {
  const t = useTranslations("sections");
  const { head } = props.loaded;
  const { kept, page, refused } = useDecision("ask-changes", props);
  return (
    <ConfirmPage
      {...page}
      title={t("askTitle", { title: useSectionTitle(head) })}
      consequences={[t("askGoesBack"), t("draftsGo"), t("askIsOnRecord")]}
      hidden={{ intent: "ask-changes", version: head.version }}
      act={t("moves.ask-changes")}
      refused={refused}
    >
      <TextArea name="reason" label={t("whatToChange")} value={kept.value("reason")} error={kept.error("reason")} rows={5} />
    </ConfirmPage>
  );
}

function SignPage(props: DecideProps) {
  const t = useTranslations("sections");
  const { head, binds, languages, translated, tally } = props.loaded;
  const lacking = languages.filter((language) => !translated.includes(language));
  const { kept, page, refused } = useDecision("sign-off", props);
  const rule = useRuleWords(tally);
  const follows = [
    t("signBinds", { count: binds.grounds }),
    t("signStale"),
    rule,
    t("draftsGo"),
    <Fingerprint key="content" label={t("contentDigest")} digest={binds.content} />,
    <Fingerprint key="evidence" label={t("evidenceDigest")} digest={binds.evidence} />,
  ];
  return (
    <>
      <ChangedMeanwhile {...props} />
      <ConfirmPage
        {...page}
        title={t("signTitle", { title: useSectionTitle(head), version: head.changes })}
        consequences={follows}
        hidden={signingOf(props.loaded)}
        act={t("signOffVersion", { version: head.changes })}
        refused={refused}
      >
        <Sentence />
        <CheckboxGroup
          name="languages"
          label={t("languagesCovered")}
          hint={lacking.length > 0 ? t("languagesLacking", { languages: lacking.join(", ").toUpperCase() }) : t("languagesHint")}
          options={languageOptions(languages)}
          values={kept.values("languages", translated.length > 0 ? translated : languages)}
          error={kept.error("languages")}
        />
        <Signing kept={kept} />
      </ConfirmPage>
    </>
  );
}

/** What changed while she read, above the form with which she can sign what is there now; of a chapter, which section it is about. */
function ChangedMeanwhile({ loaded, problem }: DecideProps) {
  const t = useTranslations("reviewing");
  const section = problem?.section;
  if (!problem?.difference)
    return section === undefined ? null : <Notice tone="danger" className="kept" title={t("refusedFor", { section })} />;
  return (
    <Notice tone="stale" className="kept" title={section === undefined ? t("changedWhileReading") : t("changedInSection", { section })}>
      <DifferenceView difference={problem.difference} base={loaded.head.base} />
    </Notice>
  );
}

function Sentence() {
  const t = useTranslations("sections");
  return (
    <p className="quote">
      <q>{t("meaning")}</q>
    </p>
  );
}

function Signing({ kept }: { kept: ReturnType<typeof useKept> }) {
  const t = useTranslations("sections");
  return (
    <>
      <TextArea name="remarks" label={t("remarks")} optional value={kept.value("remarks")} error={kept.error("remarks")} rows={3} />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t("password")}
        hint={t("passwordHint")}
        error={kept.error("password")}
      />
    </>
  );
}

function ChapterPage(props: DecideProps) {
  const t = useTranslations();
  const { head } = props.loaded;
  const chapter = props.chapter ?? [];
  const { kept, page, act } = useDecision("sign-chapter", props);
  const options = chapter.map(({ value, label, version, grounds }) => ({
    value,
    label,
    hint: t("reviewing.chapterSection", { version, count: grounds }),
  }));
  const { readAt } = props.loaded;
  return (
    <>
      <ChangedMeanwhile {...props} />
      <ConfirmPage
        {...page}
        title={t("reviewing.chapterTitle", { title: useSectionTitle(head) })}
        consequences={[t("reviewing.onePerSection"), t("reviewing.allOrNone"), t("sections.signStale"), t("sections.draftsGo")]}
        hidden={{ intent: "sign-chapter", ...(readAt && { readAt: readAt.toISOString() }) }}
        act={act}
        refused={chapter.length === 0 ? t("reviewing.over") : undefined}
      >
        <Sentence />
        <CheckboxGroup
          name="sections"
          label={t("reviewing.sections")}
          layout="list"
          options={options}
          values={kept.values(
            "sections",
            chapter.map(({ value }) => value),
          )}
          error={kept.error("sections")}
        />
        <Signing kept={kept} />
      </ConfirmPage>
    </>
  );
}
