import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/select-field";
import type { loadEdit } from "./load-edit.server";

type Options = Awaited<ReturnType<typeof loadEdit>>["options"];

/** What can be added at the end of a section; a statement gets its number at once. */
export function AddForms({ options, words }: { options: Options; words: number }) {
  const t = useTranslations("sections");
  return (
    <div className="bar2">
      <Form method="post" className="adds">
        <input type="hidden" name="intent" value="add" />
        {(["text", "finding", "conclusion", "recommendation"] as const).map((kind) => (
          <Button key={kind} name="kind" value={kind} size="small" icon="plus">
            {t(`kinds.${kind}`)}
          </Button>
        ))}
      </Form>
      <Choice name="question" kind="answer" options={options.questions} />
      <Choice name="repeats" kind="repeat" options={options.repeatable} />
      <span className="push small soft num">{t("wordCount", { count: words })}</span>
    </div>
  );
}

/** An answer wants its question, a repeat its statement: chosen first, in a small form of its own. */
function Choice({
  name,
  kind,
  options,
}: {
  name: "question" | "repeats";
  kind: "answer" | "repeat";
  options: readonly { value: string; label: string }[];
}) {
  const t = useTranslations("sections");
  if (options.length === 0) return null;
  return (
    <details className="pop">
      <summary className="b s">{t(`kinds.${kind}`)}</summary>
      <Form method="post" className="menu fields">
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="kind" value={kind} />
        <SelectField name={name} label={t(`choose.${kind}`)} options={options} />
        <Button size="small" icon="plus">
          {t("add")}
        </Button>
      </Form>
    </details>
  );
}
