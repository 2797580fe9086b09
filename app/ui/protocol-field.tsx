import { useTranslations } from "use-intl";
import type { FormField } from "~/domain/forms/form-field";
import { pieceEntry, textEntry } from "~/domain/forms/read-answer";
import type { AnswerValue, MoneyValue, YesNoValue } from "~/domain/forms/values";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Answer, AnswerOf } from "~/domain/protocol/fields";
import { CheckboxGroup } from "./checkbox-group";
import { DateField } from "./date-field";
import type { FieldBase } from "./field";
import { ListField } from "./list-field";
import { MoneyField } from "./money-field";
import { NumberField } from "./number-field";
import { type FieldLanguages, localLabel, type ProtocolFieldSetting, type Typed } from "./protocol-field-setting";
import { ProtocolScale } from "./protocol-field-scale";
import { ProtocolTable } from "./protocol-field-table";
import { RadioGroup } from "./radio-group";
import { ReferenceField } from "./reference-field";
import { SelectField } from "./select-field";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";
import { YesNoUnknown } from "./yes-no-unknown";

export interface ProtocolFieldProps {
  /** What is asked, as the protocol has it. */
  field: Pick<FormField, "label" | "part" | "help" | "required" | "answer">;
  /** The stem of the names of its entries, as `readAnswer` reads them. */
  name: string;
  value?: AnswerValue | undefined;
  setting: ProtocolFieldSetting;
  /** What was typed and could not be kept, and what is wrong with it; takes the place of the value. */
  typed?: Typed | undefined;
  /** Takes the place of the wording, where that stands above it already. */
  label?: string | undefined;
  readOnly?: boolean | undefined;
}

/** The one way in which a question of the protocol becomes a field, for every kind of answer. It works without script. */
export function ProtocolField({ field, name, value, setting, typed, label, readOnly }: ProtocolFieldProps) {
  const { language, fallbackOrder } = setting;
  const wording = [textIn(field.label, language, fallbackOrder), textIn(field.part, language, fallbackOrder)].filter(Boolean).join(": ");
  const base: FieldBase = {
    name,
    label: label ?? wording,
    hint: textIn(field.help, language, fallbackOrder) || undefined,
    error: typed?.error(name),
    optional: !field.required,
    readOnly,
  };
  return <Control answer={field.answer} base={base} value={value} setting={setting} typed={typed} />;
}

interface ControlOf<A extends Answer> {
  answer: A;
  base: FieldBase;
  value: unknown;
  setting: ProtocolFieldSetting;
  typed: Typed | undefined;
}

// Each case casts the value to what answerSchema accepts for that kind of answer.
function Control(props: ControlOf<Answer>) {
  const { answer, base, value, setting, typed } = props;
  const { name } = base;
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return <Texts {...props} answer={answer} />;
    case "number":
      return (
        <NumberField
          {...base}
          value={typed?.value(name) ?? inLanguage(value, setting)}
          unit={textIn(answer.unit, setting.language, setting.fallbackOrder) || undefined}
          whole={answer.decimals === 0}
        />
      );
    case "money":
      return <Money {...props} answer={answer} />;
    case "date":
      return <PartialDate {...props} answer={answer} />;
    case "yes-no-unknown":
      return <YesNo {...props} answer={answer} />;
    case "single-choice":
      return <SingleChoice {...props} answer={answer} />;
    case "multiple-choice":
      return (
        <CheckboxGroup
          {...base}
          layout="list"
          options={choices(answer.choices, setting)}
          values={typed?.values(name) ?? (value as string[] | undefined) ?? []}
        />
      );
    case "scale":
      return <ProtocolScale answer={answer} base={base} value={value} setting={setting} typed={typed} />;
    case "text-list":
      return <TextList {...props} answer={answer} />;
    case "reference":
      return (
        <ReferenceField
          {...base}
          several={answer.several}
          shortened={setting.shortened?.includes(answer.to)}
          options={setting.references[answer.to] ?? []}
          values={typed?.values(name) ?? (value as string[] | undefined) ?? []}
        />
      );
    case "table":
      return <ProtocolTable answer={answer} base={base} value={value} setting={setting} typed={typed} />;
  }
}

function inLanguage(value: unknown, { language }: ProtocolFieldSetting): string | undefined {
  return typeof value === "number"
    ? new Intl.NumberFormat(language === "en" ? "en-GB" : language, { maximumFractionDigits: 6, useGrouping: false }).format(value)
    : undefined;
}

function choices(options: AnswerOf<"single-choice">["choices"], { language, fallbackOrder }: FieldLanguages) {
  return options.map(({ key, label, help }) => ({
    value: key,
    label: textIn(label, language, fallbackOrder),
    hint: textIn(help, language, fallbackOrder) || undefined,
  }));
}

function Texts({ answer, base, value, setting, typed }: ControlOf<AnswerOf<"short-text"> | AnswerOf<"long-text">>) {
  const t = useTranslations("protocolField");
  const texts = value as LocalText | undefined;
  return (
    <>
      {setting.languages.map((language, place) => {
        const name = textEntry(base.name, language);
        const shared = {
          ...base,
          name,
          label: localLabel(base.label, language, setting, t),
          hint: place === 0 ? base.hint : undefined,
          error: typed?.error(name) ?? (place === 0 ? base.error : undefined),
          lang: language,
          value: typed?.value(name) ?? texts?.[language],
        };
        return answer.kind === "short-text" ? (
          <TextField key={language} {...shared} maxLength={answer.maxLength ?? 300} />
        ) : (
          <TextArea key={language} {...shared} />
        );
      })}
    </>
  );
}

function Money({ answer, base, value, setting, typed }: ControlOf<AnswerOf<"money">>) {
  const money = value as MoneyValue | undefined;
  const amount = pieceEntry(base.name, "amount");
  const currency = pieceEntry(base.name, "currency");
  return (
    <MoneyField
      {...base}
      error={base.error ?? typed?.error(amount) ?? typed?.error(currency)}
      currencies={answer.currencies}
      amount={typed?.value(amount) ?? inLanguage(money?.amount, setting)}
      currency={typed?.value(currency) ?? money?.currency}
    />
  );
}

function PartialDate({ answer, base, value, typed }: ControlOf<AnswerOf<"date">>) {
  const t = useTranslations("protocolField");
  const day = typeof value === "string" ? value.split("-").reverse().join("-") : undefined;
  const hint = base.hint ?? (answer.precision && answer.precision !== "day" ? t(`precision.${answer.precision}`) : undefined);
  return <DateField {...base} hint={hint} value={typed?.value(base.name) ?? day} />;
}

function YesNo({ answer, base, value, setting, typed }: ControlOf<AnswerOf<"yes-no-unknown">>) {
  const t = useTranslations("protocolField");
  const given = value as YesNoValue | undefined;
  const asks = answer.explanation !== undefined && answer.explanation !== "none";
  return (
    <div className="stack">
      <YesNoUnknown {...base} value={typed?.value(base.name) ?? given?.value} />
      {asks &&
        setting.languages.map((language) => {
          const name = textEntry(pieceEntry(base.name, "explanation"), language);
          const label = localLabel(t("explanation"), language, setting, t);
          return (
            <TextArea
              key={language}
              name={name}
              rows={3}
              lang={language}
              label={label}
              readOnly={base.readOnly}
              optional={answer.explanation === "optional"}
              error={typed?.error(name)}
              value={typed?.value(name) ?? given?.explanation?.[language]}
            />
          );
        })}
    </div>
  );
}

function SingleChoice({ answer, base, value, setting, typed }: ControlOf<AnswerOf<"single-choice">>) {
  const t = useTranslations("ui.form");
  const chosen = typed?.value(base.name) ?? (typeof value === "string" ? value : undefined);
  const options = choices(answer.choices, setting);
  if (options.length <= 5)
    return <RadioGroup {...base} layout={options.some(({ hint }) => hint) ? "list" : "row"} options={options} value={chosen} />;
  return <SelectField {...base} empty={t("choose")} options={options} value={chosen} />;
}

function TextList({ base, value, setting, typed }: ControlOf<AnswerOf<"text-list">>) {
  const t = useTranslations("protocolField");
  const items = (value as LocalText[] | undefined) ?? [];
  return (
    <>
      {setting.languages.map((language, place) => {
        const nameOf = (line: number) => textEntry(pieceEntry(base.name, line), language);
        const lines = typed?.lines(base.name, language) ?? items.map((item) => item[language] ?? "");
        return (
          <ListField
            key={language}
            {...base}
            id={undefined}
            name={nameOf(0)}
            hint={place === 0 ? base.hint : undefined}
            error={place === 0 ? base.error : undefined}
            label={localLabel(base.label, language, setting, t)}
            lang={language}
            lineName={nameOf}
            values={lines}
          />
        );
      })}
    </>
  );
}
