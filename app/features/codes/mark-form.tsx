import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { useShortcut } from "~/ui/use-shortcut";
import type { CodedTextPage } from "./load-coded-text.server";
import { useMarking } from "./use-marking";
import type { Selected } from "./use-selected";

export interface MarkFormProps {
  page: CodedTextPage;
  selected: Selected | null;
  forget: () => void;
  kept: Kept;
}

/** Marks a passage with a code: what is selected in the text, or ticked sentences where nothing can be selected. `C` leads from the selection to the code. */
export function MarkForm({ page, selected, forget, kept }: MarkFormProps) {
  const t = useTranslations("codes");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).codingForms }), "add");
  const how = useMarking();
  const toCode = useCallback(() => document.getElementById("f-code")?.focus(), []);
  useShortcut("c", toCode, selected !== null && how === "key");
  const value = kept.value("intent") === "add" ? kept : undefined;
  return (
    <Sheet title={t("text.mark")}>
      <LiveForm live={live} className="stack">
        <HiddenFields values={{ intent: "add", digest: page.digest, start: selected?.start ?? "", end: selected?.end ?? "" }} />
        {selected && (
          <p className="row wrap" role="status">
            <span className="small soft">{t("text.selected")}</span>
            <q className="quote" lang={page.language} dir="auto">
              {selected.words}
            </q>
            <Button type="button" size="small" variant="quiet" onClick={forget}>
              {t("text.forget")}
            </Button>
          </p>
        )}
        {!selected && (
          <details open={how === "tick" || value !== undefined || undefined} className="sentences">
            <summary>{t("text.sentencesHint")}</summary>
            <CheckboxGroup
              name="sentences"
              label={t("text.sentences")}
              layout="list"
              options={page.sentences.map((sentence, place) => ({ value: String(place), label: sentence }))}
              values={value?.values("sentences") ?? []}
              error={value?.error("sentences")}
            />
          </details>
        )}
        <SelectField
          name="code"
          label={t("code")}
          empty={t("choose")}
          options={page.codes}
          value={value?.value("code") ?? ""}
          error={value?.error("code")}
        />
        <TextArea
          key={newestOf(page)}
          name="note"
          label={t("note")}
          optional
          rows={2}
          value={value?.value("note")}
          error={value?.error("note")}
        />
        <div>
          <Button variant="primary">{t("text.act")}</Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}

/** The mark that was made last: a note belongs to one mark, and does not go along to the next. */
function newestOf({ codings }: CodedTextPage): string | undefined {
  return codings
    .map(({ id }) => id)
    .toSorted()
    .at(-1);
}
