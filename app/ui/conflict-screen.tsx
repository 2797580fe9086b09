import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "./avatar";
import { Button, ButtonLink } from "./button";
import { HiddenFields } from "./confirm-page";
import { DecisionBar } from "./decision-bar";
import { Difference } from "./difference";
import { PageHead } from "./page-head";
import { TextArea } from "./text-area";
import { useTimeText } from "./time";

/** A value of a field: as it is sent, and as it is read when that differs. */
interface ConflictValue {
  value: string;
  shown?: string | undefined;
}

/** A field that both changed; where both wrote the same there is nothing to choose. */
export interface ConflictField {
  name: string;
  label: string;
  theirs: ConflictValue;
  mine: ConflictValue;
  base?: ConflictValue | undefined;
  /** The control for a third version, for a field that is no text. It has to have the name of the field. */
  control?: ReactNode;
}

export interface ConflictScreenProps {
  /** What was changed: "F15", "Interview 5, question 12". */
  what: string;
  theirs: { version: number; at: Date; by?: string | undefined };
  base: { version: number };
  /** The name of the person who reads this. */
  me: string;
  fields: readonly ConflictField[];
  /** Values that go along unchanged: `intent`, ids. `version` is set to theirs by the screen. */
  hidden?: Readonly<Record<string, string | number | readonly string[] | undefined>> | undefined;
  /** What merges by itself, and is named. */
  merged?: ReactNode;
  leaveHref: string;
}

/**
 * Two people changed the same thing: per field theirs, mine or, in a form of its own, a third version. Nothing is chosen
 * beforehand. Either form sends the fields under their own names with `version` set to theirs, so the action that saves needs nothing new.
 */
export function ConflictScreen(props: ConflictScreenProps) {
  const t = useTranslations("ui.conflict");
  const time = useTimeText();
  const { what, theirs, base } = props;
  const facts = { theirs: theirs.version, base: base.version };
  const lede = theirs.by === undefined ? t("ledeNoName", facts) : t("lede", { ...facts, who: theirs.by, time: time(theirs.at, "clock") });
  return (
    <>
      <PageHead title={t("title", { what })} lede={lede} />
      <ChooseForm {...props} />
      <ThirdForm {...props} />
    </>
  );
}

function isSettled({ theirs, mine }: ConflictField): boolean {
  return theirs.value === mine.value;
}

function Carried({ fields, hidden, theirs }: Pick<ConflictScreenProps, "fields" | "hidden" | "theirs">) {
  const settled = Object.fromEntries(fields.filter(isSettled).map((field) => [field.name, field.mine.value]));
  return <HiddenFields values={{ ...hidden, ...settled, version: theirs.version }} />;
}

function ChooseForm(props: ConflictScreenProps) {
  const { fields, theirs, merged, leaveHref } = props;
  const t = useTranslations("ui.conflict");
  return (
    <Form method="post">
      <Carried {...props} />
      {fields
        .filter((field) => !isSettled(field))
        .map((field) => (
          <ChoiceOf key={field.name} field={field} {...props} />
        ))}
      {merged && (
        <section className="sheet cf">
          <p className="small soft">{t("merged")}</p>
          {merged}
        </section>
      )}
      <DecisionBar
        still
        label={t("saveAs", { version: theirs.version + 1 })}
        title={t("saveAs", { version: theirs.version + 1 })}
        acts={
          <>
            <ButtonLink to={leaveHref}>{t("keepTheirs")}</ButtonLink>
            <Button variant="primary" icon="check">
              {t("save", { version: theirs.version + 1 })}
            </Button>
          </>
        }
      >
        {t("stays", { theirs: theirs.version })}
      </DecisionBar>
    </Form>
  );
}

function ChoiceOf({ field, theirs, base, me }: ConflictScreenProps & { field: ConflictField }) {
  const t = useTranslations("ui.conflict");
  const time = useTimeText();
  return (
    <fieldset className="sheet cf">
      <legend>{field.label}</legend>
      <div className="vs">
        <ChoiceCard
          field={field}
          side="theirs"
          name={theirs.by ?? t("theirs")}
          label={t("theirs")}
          detail={`${t("version", { version: theirs.version })}, ${time(theirs.at, "clock")}`}
        />
        <ChoiceCard field={field} side="mine" name={me} label={t("mine")} detail={t("notSaved")} />
      </div>
      {field.base && (
        <details className="base">
          <summary>{t("base", { version: base.version })}</summary>
          <p className="quote">{readable(field.base) || t("empty")}</p>
        </details>
      )}
    </fieldset>
  );
}

interface ChoiceCardProps {
  field: ConflictField;
  side: "theirs" | "mine";
  name: string;
  label: string;
  detail: string;
}

function ChoiceCard({ field, side, name, label, detail }: ChoiceCardProps) {
  const t = useTranslations("ui.conflict");
  const value = field[side];
  const text = readable(value);
  // Without the version where both started the second text is compared with the first.
  const from = field.base ?? (side === "mine" ? field.theirs : undefined);
  return (
    <label className="opt">
      <span className="row">
        <input type="radio" name={field.name} value={value.value} required />
        <Avatar name={name} />
        <b>{label}</b>
        <span className="faint small push num">{detail}</span>
      </span>
      <span className="quote">{text === "" ? t("empty") : from ? <Difference before={readable(from)} after={text} /> : text}</span>
    </label>
  );
}

function readable({ value, shown }: ConflictValue): string {
  return shown ?? value;
}

function ThirdForm(props: ConflictScreenProps) {
  const { fields, theirs } = props;
  const t = useTranslations("ui.conflict");
  return (
    <details className="sheet cf third">
      <summary className="strong">{t("third")}</summary>
      <Form method="post" className="stack">
        <Carried {...props} />
        {fields
          .filter((field) => !isSettled(field))
          .map((field) => (
            <div key={field.name}>
              {field.control ?? (
                <TextArea
                  name={field.name}
                  id={`third-${field.name}`}
                  label={`${field.label}: ${t("thirdText")}`}
                  value={field.mine.value}
                  rows={6}
                />
              )}
            </div>
          ))}
        <Button icon="check">{t("save", { version: theirs.version + 1 })}</Button>
      </Form>
    </details>
  );
}
