import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { ConfirmPage } from "~/ui/confirm-page";
import { DecisionBar } from "~/ui/decision-bar";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { languageOptions } from "~/ui/options";
import type { loadReview } from "./load-review.server";
import { Fingerprint } from "./section-aside";
import { useSectionTitle } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** What a reviewer can decide about a section as it is now, and for anyone else why she can't. */
export function ReviewDecision({ loaded: { head, moves, binds, missing, authors } }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  const signOff = moves.find(({ name }) => name === "sign-off");
  const ask = moves.find(({ name }) => name === "ask-changes");
  if (!signOff) return null;
  const why = signOff.hindrance;
  return (
    <DecisionBar
      label={t("decision")}
      title={t("decisionOn", { version: head.changes })}
      acts={
        <>
          {ask && ask.hindrance === null && (
            <ButtonLink to="?decide=ask-changes" icon="pencil">
              {t("moves.ask-changes")}
            </ButtonLink>
          )}
          {why === null && (
            <ButtonLink to="?decide=sign-off" icon="check" variant="primary">
              {t("signOffVersion", { version: head.changes })}
            </ButtonLink>
          )}
        </>
      }
    >
      {why === null ? t("binds", { count: binds.grounds }) : t(`hindrance.${why}`, { authors: authors.join(", ") })}{" "}
      {t("missingSignOffs", { count: missing })}
    </DecisionBar>
  );
}

interface DecideProps {
  loaded: Loaded;
  problem: FormProblem | undefined;
}

/** The page that asks for a decision: a reason for what is to be changed, or password and languages for signing. */
export function DecidePage({ decide, ...props }: DecideProps & { decide: "ask-changes" | "sign-off" }) {
  return decide === "ask-changes" ? <AskPage {...props} /> : <SignPage {...props} />;
}

function useDecision(decide: "ask-changes" | "sign-off", { loaded: { head }, problem }: DecideProps) {
  const t = useTranslations("sections");
  const kept = useKept(problem, decide, { reason: t("whatToChange"), languages: t("languagesCovered") });
  const crumbs = [
    { label: t("heading"), href: `${head.base}/sections` },
    { label: head.number ?? head.code, href: head.path },
    { label: t("review"), href: `${head.path}/review` },
    { label: t(`moves.${decide}`) },
  ];
  return { kept, page: { crumbs, errors: kept.summary, cancelHref: `${head.path}/review` } };
}

function AskPage(props: DecideProps) {
  const t = useTranslations("sections");
  const { head } = props.loaded;
  const { kept, page } = useDecision("ask-changes", props);
  return (
    <ConfirmPage
      {...page}
      title={t("askTitle", { title: useSectionTitle(head) })}
      consequences={[t("askGoesBack"), t("askIsOnRecord")]}
      hidden={{ intent: "ask-changes", version: head.version }}
      act={t("moves.ask-changes")}
    >
      <TextArea name="reason" label={t("whatToChange")} value={kept.value("reason")} error={kept.error("reason")} rows={5} />
    </ConfirmPage>
  );
}

function SignPage(props: DecideProps) {
  const t = useTranslations("sections");
  const { head, binds, missing, languages } = props.loaded;
  const { kept, page } = useDecision("sign-off", props);
  const follows = [
    t("signBinds", { count: binds.grounds }),
    t("signStale"),
    t("signMissing", { count: Math.max(0, missing - 1) }),
    <Fingerprint key="content" label={t("contentDigest")} digest={binds.content} />,
    <Fingerprint key="evidence" label={t("evidenceDigest")} digest={binds.evidence} />,
  ];
  return (
    <ConfirmPage
      {...page}
      title={t("signTitle", { title: useSectionTitle(head), version: head.changes })}
      consequences={follows}
      hidden={{ intent: "sign-off", version: head.version, content: binds.content, evidence: binds.evidence }}
      act={t("signOffVersion", { version: head.changes })}
    >
      <p className="quote">
        <q>{t("meaning")}</q>
      </p>
      <CheckboxGroup
        name="languages"
        label={t("languagesCovered")}
        hint={t("languagesHint")}
        options={languageOptions(languages)}
        values={kept.values("languages", languages)}
        error={kept.error("languages")}
      />
      <TextArea name="remarks" label={t("remarks")} optional value={kept.value("remarks")} rows={3} />
      <TextField
        name="password"
        type="password"
        autoComplete="current-password"
        label={t("password")}
        hint={t("passwordHint")}
        error={kept.error("password")}
      />
    </ConfirmPage>
  );
}
