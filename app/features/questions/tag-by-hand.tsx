import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { GroundChip } from "~/ui/ground-chip";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import type { QuestionShown } from "./load-question.server";

/** Finds evidence that no guide, framework or criterion leads to this question, and tags it by hand. */
export function TagByHand({ question, find, kind }: { question: QuestionShown; find: string; kind: string }) {
  const t = useTranslations("questions");
  return (
    <Sheet title={t("tagTitle")} intro={t("tagIntro")}>
      <div className="stack">
        <Form method="get" role="search" className="fields">
          {kind && <input type="hidden" name="kind" value={kind} />}
          <TextField name="q" type="search" label={t("find")} value={find} />
          <div>
            <Button icon="search">{t("search")}</Button>
          </div>
        </Form>
        {find !== "" && question.found.length === 0 && <p className="soft">{t("nothingFound", { find })}</p>}
        {question.found.length > 0 && (
          <Form method="post">
            <input type="hidden" name="intent" value="tag" />
            <ul className="feed">
              {question.found.map(({ key, kind: chip, code, origin, text, lang }) => (
                <li key={key}>
                  <div className="row wrap">
                    <GroundChip kind={chip} code={code} origin={origin} />
                    <span className="push">
                      <Button size="small" name="evidence" value={key} about={code}>
                        {t("tag")}
                      </Button>
                    </span>
                  </div>
                  <p className="quote" lang={lang}>
                    {text}
                  </p>
                </li>
              ))}
            </ul>
          </Form>
        )}
      </div>
    </Sheet>
  );
}
