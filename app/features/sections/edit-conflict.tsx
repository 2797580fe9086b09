import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DecisionBar } from "~/ui/decision-bar";
import { forgetDraft } from "~/ui/device-drafts";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { useTimeText } from "~/ui/time";
import { choiceField } from "./choice-fields";
import { ConflictPlace } from "./conflict-place";
import { draftName } from "./draft-name";
import type { BlockConflict } from "./find-conflict.server";
import { TakenList } from "./merge-notice";
import type { SectionHeadView } from "./section-view.server";

/** Two people changed the same words: place by place theirs, mine, both or own words. What merges by itself is named. */
export function EditConflict({ conflict, head }: { conflict: BlockConflict; head: SectionHeadView }) {
  const t = useTranslations("ui.conflict");
  const say = useTranslations("merging");
  const sections = useTranslations("sections");
  const time = useTimeText();
  const me = useRoot()?.user?.name ?? "";
  const { label, hidden, theirs, base, places, taken, wrong } = conflict;
  // What the device kept of the overtaken text stands in this form, and is chosen here.
  const forget = () => void forgetDraft(draftName(head.path, hidden["id"] ?? "", hidden["language"]));
  const facts = { theirs: theirs.version, base: base.version };
  return (
    <>
      <PageHead
        title={t("title", { what: label })}
        lede={theirs.by === "" ? t("ledeNoName", facts) : t("lede", { ...facts, who: theirs.by, time: time(theirs.at, "clock") })}
        crumbs={[
          { label: sections("heading"), href: `${head.base}/sections` },
          { label: head.number ?? head.code, href: head.path },
          { label: say("crumb") },
        ]}
      />
      <ErrorSummary
        errors={wrong.map((at) => ({ field: choiceField(at), id: choiceField(at), message: say("choose", { place: at + 1 }) }))}
      />
      <Form method="post" className="gap" noValidate={wrong.length > 0} onSubmit={forget}>
        <HiddenFields values={{ ...hidden, version: theirs.version }} />
        {places.map((place, at) => (
          <ConflictPlace
            key={at}
            place={place}
            at={at}
            count={places.length}
            theirs={theirs}
            base={base}
            me={me}
            wrong={wrong.includes(at)}
          />
        ))}
        {taken.length > 0 && (
          <section className="sheet cf">
            <h2>{say("takenTitle")}</h2>
            <TakenList taken={taken} />
          </section>
        )}
        <SaveBar version={theirs.version} leaveHref={`${head.path}/edit`} />
      </Form>
    </>
  );
}

function SaveBar({ version, leaveHref }: { version: number; leaveHref: string }) {
  const t = useTranslations("ui.conflict");
  const say = useTranslations("merging");
  const next = version + 1;
  return (
    <DecisionBar
      still
      label={t("saveAs", { version: next })}
      title={t("saveAs", { version: next })}
      acts={
        <>
          <ButtonLink to={leaveHref}>{t("keepTheirs")}</ButtonLink>
          <Button variant="primary" icon="check">
            {t("save", { version: next })}
          </Button>
        </>
      }
    >
      {t("stays", { theirs: version })} {say("told")}
    </DecisionBar>
  );
}
