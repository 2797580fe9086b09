import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import type { FieldError } from "./error-summary";
import type { Crumb } from "./page-head";
import { PageHead } from "./page-head";
import { Sheet } from "./sheet";

export interface ConfirmPageProps {
  /** What will be done, as a sentence: "Freeze protocol 1.2". */
  title: string;
  crumbs?: readonly Crumb[] | undefined;
  /** What it does, to whom, and what can't be undone. */
  consequences: readonly ReactNode[];
  /** What is sent with it: `intent`, `version`. */
  hidden?: Readonly<Record<string, string | number>> | undefined;
  /** Verb and object again. */
  act: string;
  danger?: boolean | undefined;
  /** Why it can't be done now. */
  refused?: string | undefined;
  cancelHref: string;
  errors?: readonly FieldError[] | undefined;
  /** Fields: a reason, a password. */
  children?: ReactNode;
}

/** A page of its own for what can't be undone: what follows from it, then the one button. */
export function ConfirmPage({
  title,
  crumbs,
  consequences,
  hidden = {},
  act,
  danger,
  refused,
  cancelHref,
  errors = [],
  children,
}: ConfirmPageProps) {
  const t = useTranslations("ui.confirm");
  return (
    <>
      <PageHead title={title} crumbs={crumbs} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="confirm" noValidate>
        <HiddenFields values={hidden} />
        <Sheet title={t("consequences")}>
          <ul className="follows">
            {consequences.map((consequence, place) => (
              <li key={place}>{consequence}</li>
            ))}
          </ul>
          {children && <div className="fields">{children}</div>}
        </Sheet>
        <div className="row wrap">
          <Button variant={danger ? "danger" : "primary"} refused={refused}>
            {act}
          </Button>
          <ButtonLink to={cancelHref} variant="quiet">
            {t("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

/** Values that go with a form without being shown; of a list each under the name. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string | number | readonly string[] | undefined>> }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one: string | number, place: number) => (
          <input key={`${name} ${place}`} type="hidden" name={name} value={one} />
        )),
      )}
    </>
  );
}
