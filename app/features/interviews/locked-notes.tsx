import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import type { SaveStatus } from "~/ui/saved-indicator";
import { TextArea } from "~/ui/text-area";
import { useAutosave } from "~/ui/use-autosave";
import { useFormVersion } from "~/ui/use-form-version";
import { useScripted } from "~/ui/use-scripted";
import { itemFieldId } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageItem } from "./load-interview.server";
import { useSaved } from "./use-saved";

export interface LockedNotesProps {
  page: InterviewPage;
  item: PageItem;
  answer: ShownAnswer;
  kept: Kept | undefined;
  onStatus: (status: SaveStatus) => void;
}

/** The raw notes of an answer whose record is locked: they save by themselves with script, by their button without. */
export function LockedNotes({ page, item, answer, kept, onStatus }: LockedNotesProps) {
  const t = useTranslations("factCheck");
  const form = useTranslations("interviews.form");
  const typed = kept?.value("intent") === "notes" && kept.value("answerId") === answer.id ? kept : undefined;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).InterviewAct }));
  const autosave = useAutosave(`${page.interview.id}/${item.code}/notes`, live.maySave);
  const scripted = useScripted();
  useSaved(autosave.status, onStatus);
  const version = useFormVersion(answer.version, autosave.status);
  const key = `${page.formKey}:notes:${item.code}`;
  return (
    <LiveForm live={live} autosave={autosave.form} className="stack" aria-label={form("notesOf", { code: answer.code })}>
      <HiddenFields values={{ intent: "notes", answerId: answer.id, version, key }} />
      <AutosaveNotice autosave={autosave} />
      <TextArea
        name="notes"
        id={itemFieldId(item.code, "notes")}
        label={form("notes")}
        rows={2}
        value={typed?.value("notes") ?? answer.notes ?? ""}
        lang={answer.language}
        error={typed?.error("notes")}
        optional
      />
      {!scripted && (
        <div>
          <Button size="small" about={answer.code}>
            {t("saveNotes")}
          </Button>
        </div>
      )}
    </LiveForm>
  );
}
