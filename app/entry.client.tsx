import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { languageIfAny } from "~/domain/tool-language";
import { PageContext } from "~/platform/page-context";
import { loadMessages } from "~/ui/messages";

/** A page carries its own language only; it is there before the page comes alive. */
async function hydrate(): Promise<void> {
  await loadMessages(languageIfAny(document.documentElement.lang) ?? "nl");
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
}

void hydrate();
