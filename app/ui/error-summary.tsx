import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { fieldId } from "./field";
import { Icon } from "./icon";
import { useLanguage } from "./intl";
import { goTo } from "./live-fields";
import { useLiveSummary } from "./live-summary";
import { takesFocus } from "./takes-focus";

/** What is wrong at one field: its name and the words that stand at the field itself. */
export interface FieldError {
  /** The name of the field. Without it the message stands alone. */
  field?: string | undefined;
  /** What the field is called on the page. */
  name?: string | undefined;
  message: string;
  /** The id of the field's element, where it isn't made from the name. */
  id?: string | undefined;
}

export interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string | undefined;
  /** Whether it tells too what a form of the page found on being sent; one summary of a page does. */
  live?: boolean | undefined;
}

/** What has to be put right, on top of the page: it takes the focus, is announced, and each line leads to its field. */
export function ErrorSummary({ errors: answered, title, live = true }: ErrorSummaryProps) {
  const t = useTranslations("ui.form");
  const found = useLiveSummary();
  const errors = (live && found) || answered;
  const box = useRef<HTMLDivElement>(null);
  const answer = useActionData();
  const isAnswered = answered.length > 0;
  useEffect(() => {
    if (isAnswered) box.current?.focus();
  }, [answer, isAnswered]); // with each answer, not each time the page is drawn again
  if (errors.length === 0) return null;
  return (
    <div className="errors" id="errors" ref={box} {...takesFocus} role="alert" aria-labelledby="errors-title">
      <Icon name="octagon" />
      <div>
        <h2 id="errors-title">{title ?? t("errorsTitle")}</h2>
        <ul>
          {errors.map((error, place) => (
            <li key={place}>{<ErrorLine error={error} />}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function ErrorLine({ error }: { error: FieldError }) {
  const id = error.id ?? (error.field && fieldId(error.field));
  const words = useNamed(error);
  if (!id) return <>{words}</>;
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        const control = document.getElementById(id);
        if (!control) return;
        event.preventDefault();
        goTo(control);
      }}
    >
      {words}
    </a>
  );
}

/** The message with the name of its field before it, unless it holds that itself. */
function useNamed({ name, message }: FieldError): string {
  const t = useTranslations("ui.form");
  const language = useLanguage();
  if (!name || saysItself(name, message)) return message;
  if (name.endsWith("?")) return `${name} ${message}`;
  const [first = "", second = ""] = message;
  const isWord = second === second.toLocaleLowerCase(language);
  return t("atField", { name, message: isWord ? first.toLocaleLowerCase(language) + message.slice(first.length) : message });
}

function saysItself(name: string, message: string): boolean {
  const words = (text: string) => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
  return words(message).includes(words(name));
}
