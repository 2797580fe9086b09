import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { LoadingLine, SkipLink } from "./frame";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";

/** A page without side: signing in, a personal link, a page for nobody in particular. One column, both languages at hand. */
export function BareFrame({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <>
      <SkipLink />
      <header className="band">
        <span className="mark">
          <Mark />
          <span>Grondslag</span>
        </span>
        <LanguageSwitch className="lang push always" back={pathname + search} />
        <LoadingLine />
      </header>
      <main id="main" tabIndex={-1} className="bare">
        {children}
      </main>
    </>
  );
}
