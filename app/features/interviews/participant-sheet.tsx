import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { attributionLevels } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { DefinitionList } from "~/ui/definition-list";
import { fieldId } from "~/ui/field";
import { NumberField } from "~/ui/number-field";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { Time, useTimeText } from "~/ui/time";
import { useIntervieweeLabels } from "./interviewee-label";
import type { AgreementPage, AgreementParticipant } from "./load-agreement.server";

interface ParticipantSheetProps {
  slug: string;
  page: AgreementPage;
  participant: AgreementParticipant;
  kept: Kept | undefined;
}

/** A participant: who it is as far as this person may see, and what was agreed with her. */
export function ParticipantSheet({ slug, page, participant, kept }: ParticipantSheetProps) {
  const t = useTranslations("interviews.agreement");
  const { one } = useIntervieweeLabels(page.languages);
  const title = (
    <>
      <Link to={`/assessments/${slug}/interviewees/${participant.code}`} className="num">
        {participant.code}
      </Link>{" "}
      {one(participant.shown)}
    </>
  );
  const aside = participant.viewer === "identity" ? undefined : <StatusTag state="team-only" />;
  return (
    <Sheet
      title={title}
      aside={participant.withdrawn ? <StatusTag state="withdrawn" /> : aside}
      intro={participant.viewer === "identity" ? undefined : t("locked")}
    >
      <ParticipantNotices slug={slug} participant={participant} />
      {page.may.write && !participant.withdrawn ? (
        <div className="gap">
          <ConsentForm page={page} participant={participant} kept={kept} />
          <p className="small">
            <Link to={`/assessments/${slug}/interviews/${page.interview.code}/participants/${participant.code}/withdraw`}>
              {t("withdraw")}
              <span className="vh"> {participant.code}</span>
            </Link>
          </p>
        </div>
      ) : (
        <ConsentShown participant={participant} />
      )}
    </Sheet>
  );
}

/** That consent was taken back, and which released editions still show what was agreed before. */
function ParticipantNotices({ slug, participant }: { slug: string; participant: AgreementParticipant }) {
  const t = useTranslations("interviews.agreement");
  const time = useTimeText();
  const { withdrawnAt, withdrawnReason, editions } = participant;
  return (
    <>
      {withdrawnAt && (
        <Notice tone="stale" icon="lock" title={t("withdrawnOn", { on: time(withdrawnAt, "long") })}>
          {withdrawnReason}
        </Notice>
      )}
      {editions.map((number) => (
        <Notice key={number} tone="stale">
          <Link to={`/assessments/${slug}/editions/${number}/notices`}>{t("stillShown", { number })}</Link>
        </Notice>
      ))}
    </>
  );
}

function ConsentShown({ participant }: { participant: AgreementParticipant }) {
  const t = useTranslations("interviews.agreement");
  const levels = useTranslations("interviewees.levels");
  const interest = useInterestFact(participant);
  const known = (value: boolean | null) => t(value === null ? "notKnown" : value ? "yes" : "no");
  return (
    <DefinitionList
      facts={[
        { term: t("level"), value: levels(participant.attribution) },
        { term: t("mayQuote"), value: known(participant.mayQuote) },
        { term: t("wantsRecord"), value: known(participant.wantsRecord) },
        { term: t("consentTo"), value: participant.consentTo },
        { term: t("consentOn"), value: participant.consentOn ? <Time at={participant.consentOn} /> : t("notKnown") },
        { term: t("consentHow"), value: participant.consentHow },
        { term: t("persons"), value: participant.persons ?? t("notKnown") },
        ...interest,
      ]}
    />
  );
}

/** Her interest in the outcome as far as the level allows; nothing where there is none to tell. */
function useInterestFact({ shown }: AgreementParticipant) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  if (shown.interest.length === 0) return [];
  const said = shown.interest.map(({ kind, words }) => [t(`interests.${kind}`), textIn(words, language)].filter(Boolean).join(": "));
  return [{ term: t("fields.interest"), value: said.join("; ") }];
}

function ConsentForm({ page, participant, kept }: Omit<ParticipantSheetProps, "slug">) {
  const t = useTranslations("interviews.agreement");
  const levels = useTranslations("interviewees.levels");
  const common = (name: string) => ({ name, id: fieldId(`${name}-${participant.code}`), error: kept?.error(name) });
  const value = (name: string, stored: string) => kept?.value(name, stored) ?? stored;
  const interest = useInterestFact(participant);
  const live = useLiveForm(async () => ({ form: (await import("./schema")).agreementAct(page.languages) }));
  return (
    <LiveForm live={live} className="fields">
      {interest.length > 0 && <DefinitionList facts={interest} />}
      <HiddenFields
        values={{
          ...{ intent: "set-attribution", participantId: participant.id, version: participant.version },
          notesForBefore: value("notesForBefore", page.interview.notesFor),
        }}
      />
      <RadioGroup
        {...common("attribution")}
        layout="list"
        label={t("level")}
        options={attributionLevels.map((level) => ({ value: level, label: levels(level) }))}
        value={value("attribution", participant.attribution)}
      />
      <Checkbox {...common("mayQuote")} label={t("mayQuote")} checked={kept ? kept.value("mayQuote") === "yes" : participant.mayQuote} />
      <TextArea
        {...common("consentTo")}
        label={t("consentTo")}
        hint={t("consentToHint")}
        rows={2}
        value={value("consentTo", participant.consentTo)}
        optional
      />
      <DateField {...common("consentOn")} label={t("consentOn")} value={value("consentOn", participant.consentOn ?? "")} optional />
      <TextField
        {...common("consentHow")}
        label={t("consentHow")}
        hint={t("consentHowHint")}
        value={value("consentHow", participant.consentHow ?? "")}
        optional
      />
      <MoreConsent page={page} participant={participant} kept={kept} />
      <div>
        <Button variant="primary" about={t("saveAbout", { code: participant.code })}>
          {t("save")}
        </Button>
      </div>
    </LiveForm>
  );
}

/** For whom the notes are, whether she wants to read the record, and how many people speak. */
function MoreConsent({ page, participant, kept }: Omit<ParticipantSheetProps, "slug">) {
  const t = useTranslations("interviews.agreement");
  const common = (name: string) => ({ name, id: fieldId(`${name}-${participant.code}`), error: kept?.error(name) });
  const value = (name: string, stored: string) => kept?.value(name, stored) ?? stored;
  const wants = participant.wantsRecord === null ? "" : participant.wantsRecord ? "yes" : "no";
  return (
    <>
      <RadioGroup
        {...common("notesFor")}
        label={t("notesFor")}
        hint={t("notesForHint")}
        options={[
          { value: "team", label: t("notesTeam") },
          { value: "interviewers", label: t("notesInterviewers") },
        ]}
        value={value("notesFor", page.interview.notesFor)}
      />
      <RadioGroup
        {...common("wantsRecord")}
        label={t("wantsRecord")}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
          { value: "", label: t("notKnown") },
        ]}
        value={value("wantsRecord", wants)}
      />
      <NumberField
        {...common("persons")}
        label={t("persons")}
        hint={t("personsHint")}
        whole
        optional
        value={value("persons", participant.persons === null ? "" : String(participant.persons))}
      />
    </>
  );
}
