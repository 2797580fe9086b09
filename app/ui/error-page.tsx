import { useTranslations } from "use-intl";
import { ButtonLink } from "./button";
import type { IconName } from "./icon";
import { Icon } from "./icon";
import { PageHead } from "./page-head";
import { SearchForm } from "./search-form";

/** Why a page could not be given. */
export type ErrorKind =
  | "signed-out"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "wrong-state"
  | "too-large"
  | "wrong-kind"
  | "invalid"
  | "too-many"
  | "unavailable"
  | "unexpected";

export interface ErrorPageProps {
  kind: ErrorKind;
  /** The number under which the logs have it. */
  requestId?: string | undefined;
  /** Of *forbidden*: who may, in words. */
  who?: string | undefined;
  /** Of *wrong-state*: the state it is in, in words. */
  state?: string | undefined;
  /** Of *too-many*: how long to wait. */
  minutes?: number | undefined;
  /** The page to go back to. */
  backHref?: string | undefined;
  /** Of *not-found*: where the person may search, each with its name where it is not the assessment of the page. */
  searches?: readonly { href: string; label?: string | undefined }[] | undefined;
  signInHref?: string | undefined;
  /** Of *not-found*: whom to write to, where a personal link was real and is over; who had it has no work here to go to. */
  contact?: { name: string; email: string } | undefined;
}

const icons: Partial<Record<ErrorKind, IconName>> = {
  forbidden: "lock",
  "not-found": "search",
  conflict: "rotate",
  "wrong-state": "rotate",
  "too-many": "clock",
  unavailable: "clock",
};

/** What happened, what is safe and what to do, inside the frame. */
export function ErrorPage({
  kind,
  requestId,
  who,
  state,
  minutes = 1,
  backHref,
  searches = [],
  signInHref = "/sign-in",
  contact,
}: ErrorPageProps) {
  const t = useTranslations("errors");
  const facts = { may: who ? "some" : "none", who: who ?? "", known: state ? "yes" : "no", state: state ?? "", minutes };
  return (
    <div className="error-page">
      <Icon name={icons[kind] ?? "octagon"} />
      <PageHead title={t(`titles.${kind}`)} lede={t(`texts.${kind}`, facts)} />
      {kind === "not-found" && searches.length > 0 && (
        <div className="search-again">
          {searches.map(({ href, label }) => (
            <SearchForm key={href} action={href} label={label} shortcut={false} />
          ))}
        </div>
      )}
      {contact && <p>{t.rich("writeTo", { ...contact, link: (words) => <a href={`mailto:${contact.email}`}>{words}</a> })}</p>}
      <div className="row wrap">
        {kind === "signed-out" ? (
          <ButtonLink to={signInHref} variant="primary" reload>
            {t("signIn")}
          </ButtonLink>
        ) : (
          !contact && (
            <ButtonLink to={backHref ?? "/work"} variant="primary">
              {backHref ? t("back") : t("toWork")}
            </ButtonLink>
          )
        )}
      </div>
      {requestId && <p className="small faint mono">{t("request", { id: requestId })}</p>}
    </div>
  );
}

const kinds: Record<number, ErrorKind> = {
  401: "signed-out",
  403: "forbidden",
  404: "not-found",
  405: "not-found",
  409: "conflict",
  413: "too-large",
  415: "wrong-kind",
  422: "invalid",
  429: "too-many",
  503: "unavailable",
};

/** The kind that belongs to an HTTP status. */
export function errorKindOf(status: number): ErrorKind {
  return kinds[status] ?? (status >= 400 && status < 500 ? "invalid" : "unexpected");
}
