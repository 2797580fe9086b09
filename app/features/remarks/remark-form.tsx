import { type ReactNode, useCallback, useRef } from "react";
import { useTranslations } from "use-intl";
import { choiceOfPlace, type RemarkPlaces } from "~/domain/remarks/places";
import type { Kept } from "~/platform/kept";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import type { OptionGroup } from "~/ui/options";
import { SavedIndicator } from "~/ui/saved-indicator";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import { useShortcut } from "~/ui/use-shortcut";
import type { ShownRemark } from "./queries.server";
import type { SelectedPassage } from "./use-selected-passage";

export interface RemarkFormProps {
  /** What unsent work is kept under. */
  name: string;
  /** A draft, or the id under which a new one will be kept. */
  draft: ShownRemark | { id: string };
  about: string;
  places: RemarkPlaces;
  /** Words selected in the text, where the form stands beside it. */
  selected?: SelectedPassage | null;
  kept: Kept;
  children?: ReactNode;
}

/** A draft of a remark: what it is about and what it says. It saves by itself with script, by its button without. */
export function RemarkForm({ name, draft, about, places, selected, kept, children }: RemarkFormProps) {
  const t = useTranslations("remarks");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).remarkForms }), "save");
  const mine = kept.value("id") === draft.id && kept.value("intent") === "save" ? kept : undefined;
  const autosave = useAutosave(name, live.maySave, mine !== undefined);
  const saved = "code" in draft ? draft : undefined;
  const version = useFormVersion(saved?.version ?? 0, autosave.status, mine?.value("version") || undefined);
  const fields = useTaking(draft.id, selected ?? null);
  const id = (field: string) => `f-${field}-${draft.id}`;
  const chosen = mine?.value("about") ?? (saved ? choiceOfPlace(saved) : about);
  return (
    <LiveForm live={live} autosave={autosave.form} className="fields" preventScrollReset aria-label={saved?.code ?? t("new")}>
      <HiddenFields values={{ intent: "save", id: draft.id, version }} />
      <AutosaveNotice autosave={autosave} />
      <SelectField
        key={chosen}
        name="about"
        id={id("about")}
        label={t("about")}
        options={usePlaceOptions(places, saved)}
        value={chosen}
        error={mine?.error("about")}
      />
      <TextArea
        name="passage"
        id={id("passage")}
        label={t("passage")}
        hint={t("passageHint")}
        optional
        rows={2}
        value={mine?.value("passage") ?? saved?.passage}
        error={mine?.error("passage")}
      />
      {selected && (
        <div>
          <Button type="button" size="small" icon="excerpt" script onClick={fields.take}>
            {t("takeOver")}
          </Button>
        </div>
      )}
      <TextArea
        name="text"
        id={id("text")}
        label={t("text")}
        rows={4}
        lang={saved?.language}
        value={mine?.value("text") ?? saved?.text}
        error={mine?.error("text")}
      />
      <div className="row wrap">
        <Button icon="check" size="small" about={saved?.code}>
          {t("save")}
        </Button>
        {children}
        <SavedIndicator status={autosave.status} />
      </div>
    </LiveForm>
  );
}

/** Puts selected words into the form, by its button or the key `c`, and goes on to what is said of them. */
function useTaking(id: string, selected: SelectedPassage | null) {
  const last = useRef(selected);
  last.current = selected;
  const take = useCallback(() => {
    const passage = document.getElementById(`f-passage-${id}`);
    const about = document.getElementById(`f-about-${id}`);
    if (!last.current || !(passage instanceof HTMLTextAreaElement) || !(about instanceof HTMLSelectElement)) return;
    passage.value = last.current.text;
    const choice = `statement:${last.current.statement ?? ""}`;
    if ([...about.options].some(({ value }) => value === choice)) about.value = choice;
    passage.dispatchEvent(new Event("input", { bubbles: true }));
    document.getElementById(`f-text-${id}`)?.focus();
  }, [id]);
  useShortcut("c", take, selected !== null);
  return { take };
}

/** What can be chosen: the whole edition, sections, statements; and where a draft is about something on another page, that too. */
function usePlaceOptions({ sections, statements }: RemarkPlaces, draft: ShownRemark | undefined) {
  const t = useTranslations("remarks");
  const options: (OptionGroup | { value: string; label: string })[] = [
    { value: "edition", label: t("wholeEdition") },
    { label: t("sections"), options: sections.map(({ code, title }) => ({ value: `section:${code}`, label: title })) },
    {
      label: t("statements"),
      options: statements.map(({ code, text }) => ({ value: `statement:${code}`, label: `${code} ${text.slice(0, 60)}` })),
    },
  ];
  return options.filter((option) => !("options" in option) || option.options.length > 0 || draft === undefined);
}
