import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";

interface SessionsSheetProps {
  sessions: readonly { id: string; createdAt: Date; here: boolean }[];
}

/** Where a person is signed in, and the way to end all but this one. */
export function SessionsSheet({ sessions }: SessionsSheetProps) {
  const t = useTranslations("accounts");
  const others = sessions.some(({ here }) => !here);
  return (
    <Sheet title={t("own.sessions")}>
      <ul className="stack">
        {sessions.map(({ id, createdAt, here }) => (
          <li key={id}>
            {t("own.signedInAt")} <Time at={createdAt} as="date-time" />
            {here && <span className="soft"> {t("own.thisSession")}</span>}
          </li>
        ))}
      </ul>
      {others && (
        <Form method="post" className="fields">
          <Button name="intent" value="end-others">
            {t("own.endOthers")}
          </Button>
        </Form>
      )}
    </Sheet>
  );
}
