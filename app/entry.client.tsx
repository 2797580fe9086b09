import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { PageContext } from "~/platform/page-context";

const refused = "refused" in document.documentElement.dataset;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageContext.Provider value={{ nonce: undefined, refused }}>
        <RemixBrowser />
      </PageContext.Provider>
    </StrictMode>,
  );
});
