import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DecisionBar } from "~/ui/decision-bar";
import { TextField } from "~/ui/text-field";
import type { loadReview } from "./load-review.server";
import { useRuleWords } from "./reviewers-notice";
import { signingOf } from "./review-forms";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** What a reviewer can decide about a section as it is now, and for anyone else why she can't. Where her own sign-off is stale she signs again in the bar itself. */
export function ReviewDecision({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  const { head, moves, binds, tally, authors, since } = loaded;
  const rule = useRuleWords(tally);
  const signOff = moves.find(({ name }) => name === "sign-off");
  if (!signOff) return null;
  const why = signOff.hindrance;
  const again = why === null && since !== null && since.mine && since.lapsed;
  return (
    <DecisionBar
      label={t("decision")}
      title={t("decisionOn", { version: head.changes })}
      still={again}
      acts={
        <>
          <DecisionLinks loaded={loaded} />
          {why === null && !again && (
            <ButtonLink to="?decide=sign-off" icon="check" variant="primary">
              {t("signOffVersion", { version: head.changes })}
            </ButtonLink>
          )}
        </>
      }
    >
      {why === null ? t("binds", { count: binds.grounds }) : t(`hindrance.${why}`, { authors: authors.join(", ") })} {rule}
      {again && <SignAgain loaded={loaded} />}
    </DecisionBar>
  );
}

function DecisionLinks({ loaded: { head, moves, reviewer, below } }: { loaded: Loaded }) {
  const t = useTranslations();
  const ask = moves.find(({ name }) => name === "ask-changes");
  return (
    <>
      {reviewer && (
        <ButtonLink to={`${head.path}/step-back`} variant="quiet">
          {t("reviewRounds.stepBack")}
        </ButtonLink>
      )}
      {below > 1 && (
        <ButtonLink to="?decide=sign-chapter" icon="check">
          {t("reviewing.signChapter")}
        </ButtonLink>
      )}
      {ask?.hindrance === null && (
        <ButtonLink to="?decide=ask-changes" icon="pencil">
          {t("sections.moves.ask-changes")}
        </ButtonLink>
      )}
    </>
  );
}

/** The sentence and the password, on the page that shows what changed. */
function SignAgain({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  return (
    <Form method="post" action="?decide=sign-off" className="fields">
      <HiddenFields values={{ ...signingOf(loaded), languages: loaded.languages }} />
      <p className="quote">
        <q>{t("meaning")}</q>
      </p>
      <TextField name="password" type="password" autoComplete="current-password" label={t("password")} hint={t("passwordHint")} />
      <Button icon="check" variant="primary">
        {t("signAgain", { version: loaded.head.changes })}
      </Button>
    </Form>
  );
}
