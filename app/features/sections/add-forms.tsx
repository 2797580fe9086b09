import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { drawnBlocks, showings } from "~/domain/sections/placeable";
import { Button, ButtonLink } from "~/ui/button";
import { SelectField } from "~/ui/select-field";
import { useDisclosure } from "~/ui/use-disclosure";
import { WordCount } from "./live-words";
import type { loadEdit } from "./load-edit.server";

type Options = Awaited<ReturnType<typeof loadEdit>>["options"];

/** What can be added at the end of a section; a statement gets its number at once. */
export function AddForms({ options, words, target, path }: { options: Options; words: number; target: number | null; path: string }) {
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
      <PlaceData options={options.placeable} />
      <ButtonLink to={`${path}/insert`} size="small" variant="quiet" icon="fact">
        {t("whatCanBePut")}
      </ButtonLink>
      <span className="push">
        <WordCount words={words} target={target} />
      </span>
    </div>
  );
}

/** A table or a picture from the records: which, and whether its pictures stand alone. */
function PlaceData({ options }: { options: Options["placeable"] }) {
  const t = useTranslations("sections");
  const disclosure = useDisclosure();
  const groups = options.map(({ block, choices }) => ({
    label: t(`dataBlocks.${block}`),
    options: choices.map(({ value, narrowed }) => ({
      value,
      label: narrowed === null ? t(`dataBlocks.${block}`) : `${t(`dataBlocks.${block}`)}: ${narrowed}`,
    })),
  }));
  return (
    <details className="pop" ref={disclosure}>
      <summary className="b s">{t("kinds.data")}</summary>
      <Form method="post" className="menu fields">
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="kind" value="data" />
        <SelectField name="data" label={t("choose.data")} options={groups} hint={t("dataHint")} />
        <SelectField
          name="show"
          label={t("show")}
          options={showings.map((value) => ({ value, label: t(`showings.${value}`) }))}
          hint={t("drawnOnly", { blocks: drawnBlocks.map((block) => t(`dataBlocks.${block}`)).join(", ") })}
        />
        <Button size="small" icon="plus">
          {t("add")}
        </Button>
      </Form>
    </details>
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
  const disclosure = useDisclosure();
  if (options.length === 0) return null;
  return (
    <details className="pop" ref={disclosure}>
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
