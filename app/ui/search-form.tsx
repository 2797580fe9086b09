import { Form, Link } from "@remix-run/react";
import { useCallback, useRef } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "./icon";
import { useShortcut } from "./use-shortcut";

export interface SearchFormProps {
  /** The address of the page of results, which takes `q`. */
  action: string;
  query?: string | undefined;
  /** Whether `/` moves to the field; a person can switch one-key shortcuts off. */
  shortcut?: boolean | undefined;
  /** What is searched, where it is not the assessment of the page. */
  label?: string | undefined;
}

/** The search of the band: a field on a wide page, a link to the page of results on a narrow one. */
export function SearchForm({ action, query, shortcut = true, label }: SearchFormProps) {
  const t = useTranslations("ui.frame");
  const name = label ?? t("search");
  const field = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => field.current?.focus(), []);
  useShortcut("/", focus, shortcut);
  return (
    <>
      <Form className="find" role="search" action={action} method="get">
        <Icon name="search" />
        <input ref={field} type="search" name="q" aria-label={name} placeholder={name} defaultValue={query} />
        {shortcut && <kbd aria-hidden="true">/</kbd>}
      </Form>
      <Link className="find-link" to={action} aria-label={name}>
        <Icon name="search" />
      </Link>
    </>
  );
}
