import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { useFieldError } from "./field-error";
import { Icon } from "./icon";

/** What every field says about itself. */
interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in the words that the error summary uses too. */
  error?: string | undefined;
  optional?: boolean | undefined;
}

/** What every field has. The id is made from the name; give one when a name occurs twice on the page. */
export interface FieldBase extends FieldText {
  name: string;
  id?: string | undefined;
  readOnly?: boolean | undefined;
  className?: string | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlProps {
  id: string;
  className: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** The id of the control of a field of that name. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

/** The attributes of the control of a field. */
function controlProps(field: FieldBase): ControlProps {
  const id = field.id ?? fieldId(field.name);
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    className: classNames("in", field.error && "bad"),
    ...(described && { "aria-describedby": described }),
    ...(field.error && { "aria-invalid": true as const }),
  };
}

/** A label above, then hint and error, then the control that `children` draws. */
export function Field({ children, ...given }: FieldBase & { children: (control: ControlProps) => ReactNode }) {
  const field = { ...given, error: useFieldError([given.name], given.error) };
  const control = controlProps(field);
  return (
    <div className={classNames("f", field.className)}>
      <label htmlFor={control.id}>
        {field.label}
        {field.optional && <OptionalMark />}
      </label>
      <FieldNotes id={control.id} hint={field.hint} error={field.error} />
      {children(control)}
    </div>
  );
}

export interface FieldGroupProps extends FieldBase {
  radios?: boolean | undefined;
  /** The names that its controls are sent under, where they have names of their own. */
  entries?: readonly string[] | undefined;
  /** What its controls are called, where a message has to say which one it is about; by their names. */
  named?: Readonly<Record<string, string>> | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** The same for several controls under one question: a `fieldset` whose first control carries the id of the field. Of `radios` the group as a whole is marked invalid. */
export function FieldGroup({ children, radios, entries = [], named, ...given }: FieldGroupProps) {
  const field = { ...given, error: useFieldError([given.name, ...entries], given.error, named) };
  const control = controlProps(field);
  return (
    <fieldset
      className={classNames("f", field.className)}
      data-entry={field.name}
      role={radios ? "radiogroup" : undefined}
      aria-invalid={radios ? control["aria-invalid"] : undefined}
      aria-describedby={control["aria-describedby"]}
    >
      <legend>
        {field.label}
        {field.optional && <OptionalMark />}
      </legend>
      <FieldNotes id={control.id} hint={field.hint} error={field.error} />
      {children(control)}
    </fieldset>
  );
}

/** The hint and the error of a field, in the order in which they are read. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          <Icon name="octagon" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

function OptionalMark() {
  const t = useTranslations("ui.form");
  return <span className="optional"> {t("optional")}</span>;
}
