import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import { isOwnWords, ownReason, wordsOfReason } from "~/domain/screening/steps";
import type { Kept } from "~/platform/kept";
import { useStudyWords } from "~/platform/study-words";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";

interface ReasonFieldsProps {
  idPrefix: string;
  reasons: readonly { key: string; label: LocalText }[];
  stored: string | null;
  kept: Kept | undefined;
  /** Whether leaving out needs a reason here. */
  required: boolean;
}

/** Why a publication is left out: a reason of the protocol, or own words. */
export function ReasonFields({ idPrefix, reasons, stored, kept, required }: ReasonFieldsProps) {
  const t = useTranslations("screening");
  const words = useStudyWords();
  const isOwn = stored !== null && isOwnWords(stored);
  const chosen = isOwn ? ownReason : (stored ?? "");
  return (
    <>
      <SelectField
        id={`${idPrefix}reason`}
        name="reason"
        label={t("reason")}
        hint={t(required ? "reasonHint" : "reasonOptionalHint")}
        optional={!required}
        empty={t("noReason")}
        options={[...reasons.map(({ key, label }) => ({ value: key, label: words(label) })), { value: ownReason, label: t("ownReason") }]}
        value={kept?.value("reason", chosen) ?? chosen}
        error={kept?.error("reason")}
      />
      <TextField
        id={`${idPrefix}own`}
        name="ownReason"
        label={t("ownReasonWords")}
        hint={t("ownReasonHint")}
        optional
        maxLength={200}
        value={kept?.value("ownReason", stored === null ? "" : (wordsOfReason(stored) ?? "")) ?? ""}
        error={kept?.error("ownReason")}
      />
    </>
  );
}
