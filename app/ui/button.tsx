import { Link, useNavigation } from "@remix-run/react";
import type { MouseEvent, ReactNode } from "react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import type { IconName } from "./icon";
import { Icon } from "./icon";
import { useScripted } from "./use-scripted";

/** `primary` is the one next act of a page, `danger` takes something away, `quiet` has no border. */
type ButtonVariant = "primary" | "plain" | "danger" | "quiet";

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: "normal" | "small" | undefined;
  icon?: IconName | undefined;
  /** What a screen reader hears after the words, e.g. which row the button is of. */
  about?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export interface ButtonProps extends ButtonLook {
  type?: "submit" | "button" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** The id of the form, for a button that stands outside it. */
  form?: string | undefined;
  formAction?: string | undefined;
  /** Why it can't be done now (a right, a blocker); shown beside the button, which stays reachable. Never for validity. */
  refused?: string | undefined;
  /** Known by the caller; otherwise busy while this button's form is being sent. */
  busy?: boolean | undefined;
  /** What it says while busy, where that is more than saving. */
  busyText?: string | undefined;
  /** Only of use with script: absent until it runs. */
  script?: boolean | undefined;
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
}

/** A button: verb + object. While its form is being sent it says "Saving…", or what it does, and is `aria-busy`. */
export function Button({ type = "submit", busy, busyText, refused, script, onClick, ...props }: ButtonProps) {
  const t = useTranslations("ui.form");
  const why = useId();
  const sending = useSending(type, props.name, props.value);
  const isBusy = busy ?? sending;
  const scripted = useScripted();
  if (script && !scripted) return null;
  if (refused) return <RefusedButton {...props} refused={refused} id={why} />;
  return (
    <button
      type={type}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
      className={look(props)}
      aria-busy={isBusy || undefined}
      onClick={onClick}
    >
      {props.icon && <Icon name={props.icon} />}
      {isBusy ? (busyText ?? t("saving")) : props.children}
      {props.about && <span className="vh"> {props.about}</span>}
    </button>
  );
}

function RefusedButton({ refused, id, icon, children, ...props }: ButtonLook & { refused: string; id: string }) {
  return (
    <span className="refused">
      <button type="button" className={look(props)} aria-disabled="true" aria-describedby={id}>
        {icon && <Icon name={icon} />}
        {children}
      </button>
      <span className="small soft" id={id}>
        {refused}
      </span>
    </span>
  );
}

export interface ButtonLinkProps extends ButtonLook {
  to: string;
  /** A file, or a page outside the application's own navigation. */
  reload?: boolean | undefined;
  download?: boolean | undefined;
}

/** A link that looks like a button: it leads to the page where something is done. */
export function ButtonLink({ to, reload, download, ...props }: ButtonLinkProps) {
  return (
    <Link to={to} className={look(props)} reloadDocument={reload ?? download ?? false} download={download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
      {props.about && <span className="vh"> {props.about}</span>}
    </Link>
  );
}

function look({ variant = "plain", size, className }: Omit<ButtonLook, "children">): string {
  const letter = { primary: "p", plain: "", danger: "d", quiet: "q" }[variant];
  return classNames("b", size === "small" && "s", letter, className);
}

function useSending(type: "submit" | "button", name: string | undefined, value: string | undefined): boolean {
  const navigation = useNavigation();
  if (type !== "submit" || navigation.state === "idle" || !navigation.formData || navigation.formMethod === "GET") return false;
  return name ? navigation.formData.get(name) === (value ?? "") : !navigation.formData.has("intent");
}
