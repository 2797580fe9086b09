import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Links, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { PageFrame } from "~/features/navigation/page-frame";
import { findFrameAssessmentIfAny, loadFrame } from "~/features/navigation/frame-data.server";
import { findToldSavedIfAny } from "~/features/navigation/told-saved.server";
import { PageTitle } from "~/features/navigation/page-title";
import { RefusalPage } from "~/features/navigation/refusal-page";
import { languageIfAny } from "~/domain/tool-language";
import { deviceSecret } from "~/platform/device-secret.server";
import { findUserIfAny } from "~/platform/guard.server";
import { languageOf } from "~/platform/language.server";
import { isLiveReading } from "~/platform/live-reading";
import { PageContext } from "~/platform/page-context";
import { findParkedFormIfAny } from "~/platform/parked-form.server";
import { contextOf } from "~/platform/request-context.server";
import { DeviceKey } from "~/ui/device-key";
import { Intl } from "~/ui/intl";
import sans from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import styles from "~/ui/styles/all.css?url";

/** A font of every page, asked for before the style sheet names it: one that comes after the text moves it. */
const font = (href: string) => ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const;

export const links = () => [
  font(sans),
  font(serif),
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await findUserIfAny(request);
  const language = languageOf(request, user);
  const assessment = user && (await findFrameAssessmentIfAny(user, params["slug"]));
  const { pathname, searchParams } = new URL(request.url);
  const parkedId = searchParams.get("parked");
  const now = new Date();
  return {
    requestId: contextOf(request).id,
    language,
    now,
    user: user && { id: user.id, name: user.name, email: user.email },
    assessment,
    saved: await findToldSavedIfAny(request, user, { language, now }),
    parked: user && parkedId ? await findParkedFormIfAny(parkedId, user.id, pathname, now) : null,
    deviceSecret: user ? deviceSecret(user.id) : undefined,
    frame: user && (await loadFrame(user, assessment, language)),
  };
}

/** Between pages of one assessment what stands around them stays, and where others change what a page shows; after an act, and in another assessment, it is asked for again. */
export function shouldRevalidate({
  currentParams,
  nextParams,
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod && formMethod !== "GET") return true;
  if (isLiveReading()) return false;
  if (currentParams["slug"] !== nextParams["slug"]) return true;
  return (
    currentUrl.searchParams.get("parked") !== nextUrl.searchParams.get("parked") ||
    (defaultShouldRevalidate && currentUrl.href === nextUrl.href)
  );
}

/** In the browser the language of the page as it came: its texts are the only ones there. Another language comes with another page. */
const languageHere = typeof document === "undefined" ? undefined : languageIfAny(document.documentElement.lang);

/** Said before any script of ours: checking a form needs no code that is made at run time, which the content security policy refuses and reports. */
const checkWithoutEval = "globalThis.__zod_globalConfig={jitless:true}";

/** The document around every page, also around the page that says what went wrong. */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce, refused } = useContext(PageContext);
  const root = useRouteLoaderData<typeof loader>("root");
  const language = languageHere ?? root?.language ?? "nl";
  return (
    <Intl language={language} now={root?.now ?? new Date(0)}>
      <html lang={language} data-refused={refused ? "" : undefined}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <PageTitle />
          <Links />
          <script nonce={nonce} suppressHydrationWarning>
            {checkWithoutEval}
          </script>
        </head>
        <body>
          <DeviceKey secret={root?.deviceSecret}>
            <PageFrame frame={root?.frame}>{children}</PageFrame>
          </DeviceKey>
          <ScrollRestoration nonce={nonce} />
          <Scripts nonce={nonce} />
        </body>
      </html>
    </Intl>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RefusalPage />;
}
