import { Form } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { sendTo } from "~/ui/autosave-request";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import type { loadReview } from "./load-review.server";

type Loaded = Awaited<ReturnType<typeof loadReview>>;

/** Says that she has seen the section as it is; with script that happens by itself when she leaves the page. */
export function SeenButton({ loaded: { head } }: { loaded: Loaded }) {
  const t = useTranslations("reviewing");
  const { path, changes } = head;
  useEffect(() => {
    const from = Date.now();
    const note = () => {
      if (Date.now() - from > longEnough) void sendTo(`${path}/seen`, new URLSearchParams({ changes: String(changes) }));
    };
    window.addEventListener("pagehide", note);
    return () => {
      window.removeEventListener("pagehide", note);
      note();
    };
  }, [path, changes]);
  return (
    <Form method="post" action={`${path}/seen`} className="row wrap kept">
      <HiddenFields values={{ changes }} />
      <Button variant="quiet" icon="eye">
        {t("seenVersion", { version: changes })}
      </Button>
    </Form>
  );
}

/** A page that was open for less was not read, in milliseconds. */
const longEnough = 3000;
