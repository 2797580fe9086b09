import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { labelOfInterviewee } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DefinitionList } from "~/ui/definition-list";
import { Icon } from "~/ui/icon";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { IntervieweePage as Page } from "./find-interviewee.server";
import { IdentityFields, IntervieweeFields } from "./interviewee-fields";
import { consentOf } from "./interviewees-table";

interface IntervieweePageProps {
  slug: string;
  page: Page;
  kept: Kept;
}

const untouched = (kept: Kept): Kept => ({
  ...kept,
  value: (_, fallback = "") => fallback,
  values: (_, fallback = []) => fallback,
  error: () => undefined,
});

/** One interviewee: particulars and identity for those who may see them, a lock for everyone else, and her interviews. */
export function IntervieweePage({ slug, page, kept }: IntervieweePageProps) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const { interviewee } = page;
  const label = labelOfInterviewee(interviewee.shown, language, t("unnamed"), page.languages);
  return (
    <>
      <PageHead
        title={`${interviewee.code}: ${label}`}
        crumbs={[{ label: t("title"), href: `/assessments/${slug}/interviewees` }, { label: interviewee.code }]}
        meta={interviewee.archived ? <StatusTag state="archived" /> : undefined}
      />
      <ErrorSummary errors={kept.summary} />
      <MainAside label={t("interviews")} aside={<Interviews slug={slug} page={page} />}>
        {page.may.write ? <Forms page={page} kept={kept} /> : <Shown page={page} />}
      </MainAside>
    </>
  );
}

function Forms({ page, kept }: Pick<IntervieweePageProps, "page" | "kept">) {
  const t = useTranslations("interviewees");
  const { interviewee, identity } = page;
  const reading = async () => ({ form: (await import("./schema")).intervieweeAct(page.languages) });
  const [identified, described] = [useLiveForm(reading), useLiveForm(reading)];
  const of = (intent: string) => (kept.value("intent") === intent ? kept : untouched(kept));
  return (
    <>
      <Sheet title={t("identity")}>
        <LiveForm live={identified} className="fields">
          <HiddenFields values={{ intent: "identity", version: identity?.version ?? 0 }} />
          <IdentityFields name={identity?.name ?? null} contact={identity?.contact ?? null} kept={of("identity")} />
          <div>
            <Button>{t("saveIdentity")}</Button>
          </div>
        </LiveForm>
      </Sheet>
      <Sheet title={t("particulars")}>
        <LiveForm live={described} className="fields">
          <HiddenFields values={{ intent: "change", version: interviewee.version }} />
          <IntervieweeFields
            values={{ ...interviewee.shown, kind: interviewee.shown.kind?.id, actorId: page.actorId }}
            options={page}
            kept={of("change")}
          />
          <div>
            <Button variant="primary">{t("save")}</Button>
          </div>
        </LiveForm>
      </Sheet>
      <Form method="post">
        <HiddenFields values={{ version: interviewee.version }} />
        <Button variant="quiet" name="intent" value="archive" refused={interviewee.interviews.length > 0 ? t("archiveRefused") : undefined}>
          {t("archive")}
        </Button>
      </Form>
    </>
  );
}

function Shown({ page }: { page: Page }) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const { interviewee, languages } = page;
  const { shown } = interviewee;
  const guarded = (value: string) =>
    value === "" && interviewee.viewer !== "identity" ? (
      <span className="gr l">
        <Icon name="lock" />
        <span>{t("locked")}</span>
      </span>
    ) : (
      value
    );
  return (
    <Sheet title={t("particulars")}>
      <DefinitionList
        facts={[
          { term: t("fields.name"), value: guarded(shown.name ?? "") },
          { term: t("fields.kind"), value: guarded(textIn(shown.kind?.title, language, languages)) },
          { term: t("fields.organisation", { language: "one" }), value: guarded(textIn(shown.organisation, language, languages)) },
          { term: t("fields.role", { language: "one" }), value: guarded(textIn(shown.role, language, languages)) },
          {
            term: t("fields.interest"),
            value: shown.interest.map(({ kind, words }) => textIn(words, language, languages) || t(`interests.${kind}`)).join("; "),
          },
          { term: t("columns.consent"), value: t(`consents.${consentOf(interviewee)}`) },
        ]}
      />
    </Sheet>
  );
}

function Interviews({ slug, page }: { slug: string; page: Page }) {
  const t = useTranslations("interviewees");
  const { interviews } = page.interviewee;
  return (
    <Sheet title={t("interviews")}>
      {interviews.length === 0 && <p className="soft">{t("none")}</p>}
      <ul className="stack">
        {interviews.map(({ code, level, consented, withdrawn }) => (
          <li key={code}>
            <Link to={`/assessments/${slug}/interviews/${code}/participants`}>
              {t("interviewAt", { code, level: t(`levels.${level}`) })}
            </Link>
            <span className="small soft"> {t(`consents.${withdrawn ? "withdrawn" : consented ? "yes" : "no"}`)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
