import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { labelOfInterviewee } from "~/domain/attribution";
import { dayAt } from "~/domain/day";
import { endableLinkStates, lockingLinkStates } from "~/domain/fact-check/link";
import { languages } from "~/domain/tool-language";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { useTimeText } from "~/ui/time";
import { CopyButton } from "./copy-button";
import type { MadeShown } from "./act-on-fact-check.server";
import type { CheckedParticipant, FactCheckLoaded } from "./load-fact-check.server";

interface LinkSheetProps {
  slug: string;
  page: FactCheckLoaded;
  participant: CheckedParticipant;
  made: MadeShown | undefined;
  kept: Kept | undefined;
}

/** One participant: what she gets to see, the link that she has, and making one. */
export function LinkSheet(props: LinkSheetProps) {
  const { slug, page, participant, made } = props;
  const t = useTranslations("factCheck");
  const language = useLanguage();
  const name = labelOfInterviewee(participant.shown, language, t("unnamed"), page.languages);
  const wish = participant.wantsRecord === null ? "unknown" : participant.wantsRecord ? "yes" : "no";
  const ready = page.open.length === 0 && page.unconsented.length === 0;
  const offers = page.may.write && page.rules.offer !== "never" && ready && !participant.withdrawn;
  return (
    <Sheet
      id={`participant-${participant.id}`}
      title={`${participant.code} ${name}`}
      intro={t(`wish.${wish}`)}
      aside={
        <Link to={`/assessments/${slug}/interviews/${page.interview.code}/fact-check?preview=${participant.id}`}>
          {t("preview")}
          <span className="vh"> {participant.code}</span>
        </Link>
      }
    >
      <div className="gap">
        {made && <Made made={made} />}
        {participant.link && <LinkState {...props} />}
        {offers && <MakeLink {...props} />}
      </div>
    </Sheet>
  );
}

/** A link just made: its address is shown this once, with the mail to copy. */
function Made({ made }: { made: MadeShown }) {
  const t = useTranslations("factCheck.made");
  return (
    <>
      <Notice tone={made.mailed === "failed" || made.mailed === "no-address" ? "stale" : "ok"} live>
        {t(made.mailed ?? "copy")}
      </Notice>
      <TextField name="address" label={t("address")} value={made.address} readOnly />
      <CopyButton text={made.address} about={t("address")} />
      {made.mailed !== "sent" && (
        <>
          <TextField name="subject" label={t("subject")} value={made.subject} readOnly />
          <TextArea name="mail" label={t("text")} value={made.text} rows={14} readOnly />
          <CopyButton text={made.text} about={t("text")} />
        </>
      )}
    </>
  );
}

function LinkState({ page, participant: { code, link, earlier } }: LinkSheetProps) {
  const t = useTranslations("factCheck");
  const time = useTimeText();
  if (!link) return null;
  const state = { out: "with-interviewee", "sent-in": "sent-in", over: "ended", revoked: "withdrawn" } as const;
  const saved = link.savedAt
    ? t("savedAt", { looked: link.looked, total: page.counts.total, at: time(link.savedAt, "date-time") })
    : t("nothingSaved");
  return (
    <>
      <p className="row wrap">
        <StatusTag state={state[link.state]} />
        {lockingLinkStates.includes(link.state) && page.may.write && <span className="soft small">{t("locked")}</span>}
      </p>
      <DefinitionList
        facts={[
          { term: t("madeOn"), value: time(link.createdAt, "date-time") },
          { term: t("mailedOn"), value: link.mailedAt ? time(link.mailedAt, "date-time") : t("notMailed") },
          { term: t("worksUntil"), value: time(dayAt(link.expiresAt), "long") },
          { term: t("language"), value: t(`languages.${link.language === "en" ? "en" : "nl"}`) },
          { term: t("progress"), value: saved },
          { term: t("sentInOn"), value: link.sentInAt ? time(link.sentInAt, "date-time") : t("notSentIn") },
          ...(link.remarks === "" ? [] : [{ term: t("remarks"), value: <span className="quote keep-lines">{link.remarks}</span> }]),
          ...(earlier > 0 ? [{ term: t("earlier"), value: String(earlier) }] : []),
        ]}
      />
      {page.may.write && endableLinkStates.includes(link.state) && (
        <Form method="post">
          <HiddenFields values={{ intent: "revoke", linkId: link.id, version: link.version }} />
          <Button size="small" about={code}>
            {t(lockingLinkStates.includes(link.state) ? "recall" : "revoke")}
          </Button>
        </Form>
      )}
    </>
  );
}

function MakeLink({ page, participant, kept }: LinkSheetProps) {
  const t = useTranslations("factCheck");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).MakeLinkForm }), "make-link");
  const { address, id } = participant;
  const first = participant.link === null;
  const sending = useNavigation().formData;
  const busy = (send: string) => sending?.get("participantId") === id && sending.get("send") === send;
  const mails = page.mail && address !== null;
  const next = page.participants.find(({ link }) => link === null)?.id === id;
  const form = (
    <LiveForm live={live} className="fields" aria-label={t("makeFor", { code: participant.code })}>
      <HiddenFields values={{ intent: "make-link", participantId: id }} />
      {!first && <p className="small soft">{t("replaces")}</p>}
      <div className="row wrap beside">
        <RadioGroup
          name="language"
          id={`f-language-${id}`}
          label={t("language")}
          options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={kept?.value("language") || page.language}
          error={kept?.error("language")}
        />
        <DateField
          name="until"
          id={`f-until-${id}`}
          label={t("until")}
          value={kept?.value("until") || page.until}
          error={kept?.error("until")}
        />
      </div>
      <p className="small soft">{mails ? t("mailTo", { address }) : t(page.mail ? "noAddress" : "noMail")}</p>
      <div className="row wrap">
        {mails && (
          <Button name="send" value="mail" icon="mail" variant={next ? "primary" : "plain"} busy={busy("mail")}>
            {t("makeAndMail")}
          </Button>
        )}
        <Button name="send" value="copy" icon="link" variant={next && !mails ? "primary" : "plain"} busy={busy("copy")}>
          {t("make")}
        </Button>
      </div>
    </LiveForm>
  );
  if (first) return form;
  return (
    <details open={kept !== undefined || undefined}>
      <summary className="small">{t("makeAnother")}</summary>
      {form}
    </details>
  );
}
