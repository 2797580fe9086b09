import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { fieldId } from "~/ui/field";
import { MetaFact } from "~/ui/meta-fact";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { Time, useTimeText } from "~/ui/time";
import { ChangesView } from "./changes-view";
import { Words } from "./deviations-page";
import type { ShownDeviation } from "./queries.server";

export interface DeviationPageProps {
  deviation: ShownDeviation;
  languages: readonly string[];
  base: string;
  mayChange: boolean;
  problem: FormProblem | undefined;
  overtaken: Overtaken | undefined;
}

/** One deviation: why, agreed by whom, what it means, what changed, and every record that was made under the wording before. */
export function DeviationPage(props: DeviationPageProps) {
  const { deviation, languages, base, mayChange, problem, overtaken } = props;
  const t = useTranslations("deviations");
  const time = useTimeText();
  const kept = useKept(problem);
  const { number, at, by, protocolNumber, changes, affected } = deviation;
  if (overtaken) return <EffectOvertaken {...props} overtaken={overtaken} />;
  return (
    <>
      <PageHead
        title={t("one", { number })}
        crumbs={[
          { label: t("protocol"), href: `${base}/protocol` },
          { label: t("title"), href: `${base}/protocol/deviations` },
          { label: t("one", { number }) },
        ]}
        meta={
          <>
            <span>{time(at, "date-time")}</span>
            {by && <MetaFact icon="user">{by}</MetaFact>}
            <Link to={`${base}/protocol/versions/${protocolNumber}`}>{t("version", { number: protocolNumber })}</Link>
          </>
        }
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        <Sheet title={t("why")}>
          <DefinitionList
            wide
            facts={[
              { term: t("reason"), value: <Texts of={deviation.reason} languages={languages} /> },
              {
                term: t("approved"),
                value: t.rich("approvedOnBy", { by: deviation.approvedBy, on: () => <Time at={deviation.approvedOn} /> }),
              },
              { term: t("effect"), value: <Texts of={deviation.effect} languages={languages} /> },
            ]}
          />
          {mayChange && <EffectForm deviation={deviation} languages={languages} kept={kept} />}
        </Sheet>
        <Sheet title={t("new.changes", { count: changes.length })}>
          <ChangesView changes={changes} affected={affected} languages={languages} base={base} />
        </Sheet>
      </div>
    </>
  );
}

/** What was written in each language. */
function Texts({ of, languages }: { of: LocalText; languages: readonly string[] }) {
  const there = languages.filter((language) => of[language]);
  if (there.length < 2) return <Words of={of} languages={languages} />;
  return (
    <div className="stack">
      {there.map((language) => (
        <p key={language} lang={language}>
          {of[language]}
        </p>
      ))}
    </div>
  );
}

function EffectForm({
  deviation,
  languages,
  kept,
}: Pick<DeviationPageProps, "deviation" | "languages"> & { kept: ReturnType<typeof useKept> }) {
  const t = useTranslations("deviations");
  const { version, effect } = deviation;
  return (
    <details open={kept.summary.length > 0}>
      <summary>{t("changeEffect")}</summary>
      <Form method="post" className="fields" noValidate key={version}>
        <HiddenFields values={{ version }} />
        {languages.map((language) => (
          <TextArea
            key={language}
            id={fieldId(`effect@${language}`)}
            name={`effect@${language}`}
            label={t("effectIn", { language: languages.length > 1 ? language : "one" })}
            lang={language}
            rows={3}
            error={kept.error(`effect@${language}`)}
            value={kept.value(`effect@${language}`, effect[language] ?? "")}
          />
        ))}
        <p className="small soft">{t("fixedRest")}</p>
        <div>
          <Button name="intent" value="change-effect">
            {t("saveEffect")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function EffectOvertaken({ deviation, languages, overtaken, base }: DeviationPageProps & { overtaken: Overtaken }) {
  const t = useTranslations("deviations");
  return (
    <OvertakenScreen
      what={t("one", { number: deviation.number })}
      overtaken={overtaken}
      fields={languages.map((language) => ({
        name: `effect@${language}`,
        label: t("effectIn", { language: languages.length > 1 ? language : "one" }),
        kind: "lines" as const,
        lang: language,
      }))}
      leaveHref={`${base}/protocol/deviations/${deviation.number}`}
    />
  );
}
