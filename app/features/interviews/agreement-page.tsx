import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { AttachmentList } from "~/ui/attachment-list";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { NumberField } from "~/ui/number-field";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { MainAside, Sheet } from "~/ui/sheet";
import { useIntervieweeLabels } from "./interviewee-label";
import type { AgreementPage as Page } from "./load-agreement.server";
import { ParticipantSheet } from "./participant-sheet";
import { ParticularsShown } from "./particulars-shown";
import { PlanFields } from "./plan-fields";

export interface AgreementPageProps {
  slug: string;
  page: Page;
  kept: Kept;
}

/** Participants with their consent, who holds the interview, and its particulars; each form stands and is kept by itself. */
export function AgreementPage({ slug, page, kept }: AgreementPageProps) {
  const t = useTranslations("interviews.agreement");
  const title = useTranslations("interviews");
  const { interview } = page;
  const base = `/assessments/${slug}/interviews`;
  return (
    <>
      <PageHead
        title={t("title", { code: interview.code })}
        lede={t("lede")}
        crumbs={[
          { label: title("title"), href: base },
          { label: interview.code, href: `${base}/${interview.code}` },
          { label: t("crumb") },
        ]}
      />
      <ErrorSummary errors={kept.summary} />
      <MainAside label={t("particulars")} aside={<Particulars page={page} kept={kept} />}>
        {page.participants.length === 0 && <p className="soft">{t("none")}</p>}
        {page.participants.map((participant) => (
          <div key={participant.id} className="gap">
            <ParticipantSheet
              slug={slug}
              page={page}
              participant={participant}
              kept={kept.value("participantId") === participant.id ? kept : undefined}
            />
            {page.files
              .filter(({ code }) => code === participant.code)
              .map(({ code, list }) => (
                <AttachmentList key={code} holder="participant" list={list} base={`/assessments/${slug}`} of={code} />
              ))}
          </div>
        ))}
        {page.may.write && <AddParticipant page={page} kept={kept} />}
      </MainAside>
    </>
  );
}

function AddParticipant({ page, kept }: { page: Page; kept: Kept }) {
  const t = useTranslations("interviews.agreement");
  const { one } = useIntervieweeLabels(page.languages);
  if (page.candidates.length === 0) return null;
  const mine = kept.value("intent") === "add-participant";
  return (
    <Sheet title={t("add")}>
      <Form method="post" className="fields" noValidate>
        <HiddenFields values={{ intent: "add-participant" }} />
        <SelectField
          name="intervieweeId"
          label={t("who")}
          empty={t("choose")}
          options={page.candidates.map(({ id, code, shown }) => ({ value: id, label: `${code} ${one(shown)}` }))}
          value={mine ? kept.value("intervieweeId") : undefined}
          error={mine ? kept.error("intervieweeId") : undefined}
        />
        <NumberField
          name="persons"
          id="f-persons-new"
          label={t("persons")}
          hint={t("personsHint")}
          whole
          optional
          value={mine ? kept.value("persons") : undefined}
          error={mine ? kept.error("persons") : undefined}
        />
        <div>
          <Button icon="plus">{t("addAct")}</Button>
        </div>
      </Form>
    </Sheet>
  );
}

const untouched = (kept: Kept): Kept => ({
  ...kept,
  value: (_, fallback = "") => fallback,
  values: (_, fallback = []) => fallback,
  error: () => undefined,
});

function Particulars({ page, kept }: { page: Page; kept: Kept }) {
  const t = useTranslations("interviews.agreement");
  const plan = useTranslations("interviews.plan");
  const { interview } = page;
  if (!page.may.write) return <ParticularsShown page={page} />;
  const mine = kept.value("intent") === "change" ? kept : untouched(kept);
  return (
    <>
      <Sheet title={t("assign")}>
        <Form method="post" className="fields" noValidate>
          <HiddenFields values={{ intent: "assign", version: interview.version }} />
          <CheckboxGroup
            name="interviewerIds"
            label={plan("interviewers")}
            hint={plan("interviewersHint")}
            layout="list"
            options={page.possible.map(({ id, name }) => ({ value: id, label: name }))}
            values={interview.interviewerIds}
          />
          <div>
            <Button>{t("saveAssign")}</Button>
          </div>
        </Form>
      </Sheet>
      <Sheet title={t("particulars")}>
        <Form method="post" className="fields" noValidate>
          <HiddenFields values={{ intent: "change", version: interview.version }} />
          <PlanFields
            values={interview}
            kept={mine}
            languages={page.languages}
            perspectives={page.perspectives}
            selection={page.selection}
          />
          <DateField
            name="heldOn"
            label={t("heldOn")}
            value={mine.value("heldOn", interview.heldOn ?? "")}
            error={mine.error("heldOn")}
            optional
          />
          <div>
            <Button>{t("saveParticulars")}</Button>
          </div>
        </Form>
      </Sheet>
    </>
  );
}
