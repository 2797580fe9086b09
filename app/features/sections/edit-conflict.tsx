import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import { ConflictScreen } from "~/ui/conflict-screen";
import { TextArea } from "~/ui/text-area";
import type { BlockConflict } from "./find-conflict.server";
import type { SectionHeadView } from "./section-view.server";

/** Two people changed the same words: theirs, mine, or a third version from both. */
export function EditConflict({ conflict, head }: { conflict: BlockConflict; head: SectionHeadView }) {
  const t = useTranslations("sections");
  const { label, hidden, theirs, mine, base } = conflict;
  return (
    <ConflictScreen
      what={label}
      theirs={theirs}
      base={base}
      me={useRoot()?.user?.name ?? ""}
      hidden={hidden}
      leaveHref={`${head.path}/edit`}
      fields={[
        {
          name: "doc",
          label: t("wording"),
          theirs: { value: theirs.doc, shown: theirs.text },
          mine: { value: mine.doc, shown: mine.text },
          base: { value: "", shown: base.text },
          control: <TextArea name="text" id="third-text" label={t("thirdVersion")} value={mine.text} rows={6} />,
        },
      ]}
    />
  );
}
