import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import type { ReturnedView, ShownItem } from "./load-returned.server";
import { ItemHead, ItemWords } from "./returned-item";

interface RemarkItemsProps {
  view: ReturnedView;
  kept: Kept;
}

/** The remarks of a returned file that belong to no text: each is placed on a section by hand, or marked as done. */
export function RemarkItems({ view, kept }: RemarkItemsProps) {
  const t = useTranslations("returnedFiles");
  return (
    <Sheet title={t("remarks")} intro={t("remarksIntro")} id="remarks">
      <ol className="plain">
        {view.remarks.map((item) => (
          <li key={item.number} className="sheet-row" id={`item-${item.number}`}>
            <ItemHead item={item} base={view.base} />
            <ItemWords item={item} base={view.base} />
            {view.mayTake && item.settles && <PlaceForm view={view} item={item} kept={kept} />}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function PlaceForm({ view: { file, sections }, item, kept }: RemarkItemsProps & { item: ShownItem }) {
  const t = useTranslations("returnedFiles");
  const isMine = kept.value("remark") === String(item.number);
  return (
    <Form method="post" key={file.version} className="stack" preventScrollReset>
      <HiddenFields values={{ id: file.id, version: file.version, remark: item.number }} />
      <SelectField
        id={`section-of-${item.number}`}
        name="section"
        label={t("section")}
        options={sections}
        empty={t("chooseSection")}
        value={isMine ? kept.value("section") : item.section}
        error={isMine ? kept.error("section") : undefined}
      />
      <div className="acts row wrap">
        <Button name="intent" value="place" about={t("item", { number: item.number })}>
          {t("place")}
        </Button>
        <Button name="intent" value="finish" variant="quiet" icon="check" about={t("item", { number: item.number })}>
          {t("finish")}
        </Button>
      </div>
    </Form>
  );
}
