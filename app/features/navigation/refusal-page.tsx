import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { roles } from "~/domain/permissions";
import { stateKeyIfAny } from "~/domain/states";
import { useRoot } from "~/platform/root-data";
import { errorKindOf, ErrorPage } from "~/ui/error-page";
import { useLanguage } from "~/ui/intl";

/** What a refusal tells the page; anything else that was thrown is a defect without details. */
const RefusalShown = z.object({
  code: z.string(),
  details: z.object({ request: z.string(), state: z.string(), roles: z.array(z.enum(roles)), retryAfter: z.number() }).partial(),
});

/** The page of a refusal or a defect: what happened, what is safe, what to do, and the number of the request. */
export function RefusalPage() {
  const error = useRouteError();
  const language = useLanguage();
  const role = useTranslations("members.roles");
  const states = useTranslations("states");
  const root = useRoot();
  const { pathname, search } = useLocation();
  const response = isRouteErrorResponse(error) ? error : undefined;
  const details = RefusalShown.safeParse(response?.data).data?.details ?? {};
  const state = details.state === undefined ? undefined : stateKeyIfAny(details.state);
  const may = (details.roles ?? []).map((one) => role(one));
  return (
    <ErrorPage
      kind={errorKindOf(response?.status ?? 500)}
      requestId={details.request ?? root?.requestId}
      who={may.length > 0 ? new Intl.ListFormat(language, { type: "disjunction" }).format(may) : undefined}
      state={state && states(state)}
      minutes={Math.ceil((details.retryAfter ?? 60) / 60)}
      backHref={response?.status === 403 || response?.status === 409 || response?.status === 422 ? pathname : undefined}
      signInHref={`/sign-in?to=${encodeURIComponent(pathname + search)}`}
    />
  );
}
