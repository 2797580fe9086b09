import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { roles } from "~/domain/permissions";
import { stateKeyIfAny } from "~/domain/states";
import { useRoot } from "~/platform/root-data";
import { errorKindOf, ErrorPage } from "~/ui/error-page";
import { useLanguage } from "~/ui/intl";

/** A field of what may be an object. */
function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What a refusal tells the page; anything else that was thrown is a defect without details. By hand: a schema would weigh on every page. */
function detailsOf(refusal: unknown) {
  const details = fieldOf(refusal, "details");
  const [request, state, retryAfter, who, back] = ["request", "state", "retryAfter", "roles", "back"].map((name) => fieldOf(details, name));
  return {
    request: typeof request === "string" ? request : undefined,
    state: typeof state === "string" ? state : undefined,
    back: typeof back === "string" ? back : undefined,
    retryAfter: typeof retryAfter === "number" ? retryAfter : 60,
    contact: contactOf(fieldOf(details, "contact")),
    roles: Array.isArray(who) ? roles.filter((role) => who.includes(role)) : [],
  };
}

/** Whom to write to about a personal link that was real and is over. */
function contactOf(contact: unknown): { name: string; email: string } | undefined {
  const [name, email] = [fieldOf(contact, "name"), fieldOf(contact, "email")];
  return typeof name === "string" && typeof email === "string" ? { name, email } : undefined;
}

/** The page of a refusal or a defect: what happened, what is safe, what to do, and the number of the request. */
export function RefusalPage() {
  const error = useRouteError();
  const language = useLanguage();
  const role = useTranslations("members.roles");
  const states = useTranslations("states");
  const root = useRoot();
  const { pathname, search } = useLocation();
  const response = isRouteErrorResponse(error) ? error : undefined;
  const details = detailsOf(response?.data);
  const state = details.state === undefined ? undefined : stateKeyIfAny(details.state);
  const searches = useSearches();
  const may = details.roles.map((one) => role(one));
  return (
    <ErrorPage
      kind={fieldOf(response?.data, "code") === "wrong-state" ? "wrong-state" : errorKindOf(response?.status ?? 500)}
      requestId={details.request ?? root?.requestId}
      who={may.length > 0 ? new Intl.ListFormat(language, { type: "disjunction" }).format(may) : undefined}
      state={state && states(state)}
      minutes={Math.ceil(details.retryAfter / 60)}
      backHref={details.back ?? ([403, 409, 422].includes(response?.status ?? 500) ? pathname : undefined)}
      searches={searches}
      contact={details.contact}
      signInHref={`/sign-in?to=${encodeURIComponent(pathname + search)}`}
    />
  );
}

/** Where the person may search: the assessment of the page, else each of hers. Nobody who is not signed in gets a search. */
function useSearches(): { href: string; label?: string }[] {
  const root = useRoot();
  const t = useTranslations("ui.frame");
  const all = root?.frame?.assessments ?? [];
  const here = root?.assessment ? all.filter(({ href }) => href === `/assessments/${root.assessment?.slug}`) : [];
  if (here.length > 0) return here.flatMap(({ searchHref }) => (searchHref ? [{ href: searchHref }] : []));
  return all.flatMap(({ title, searchHref }) => (searchHref ? [{ href: searchHref, label: t("searchIn", { title }) }] : []));
}
