import { useTranslations } from "use-intl";
import { textWithLanguage } from "~/domain/local-text";
import { flowPicture } from "~/domain/screening/flow-picture";
import type { ShownFlow } from "~/domain/screening/flow";
import { useLanguage } from "./intl";
import { PictureView } from "./picture-view";

/** The flow of publications as the PRISMA 2020 diagram, in a region of its own that scrolls sideways where there is too little room. */
export function FlowDiagram({ flow, reasons }: ShownFlow) {
  const t = useTranslations("evidence");
  const language = useLanguage();
  const labels = new Map(reasons.map(({ key, label }) => [key, textWithLanguage(label, language)?.text ?? key]));
  const picture = flowPicture(
    flow,
    // The words of the flow are named by its boxes; a test draws each of them in both languages.
    (key, values) => t(`data.flow.${key}` as "data.flow.title", values),
    (key) => labels.get(key) ?? key,
  );
  return (
    <div className="flow" role="region" aria-label={picture.title} tabIndex={0}>
      <PictureView picture={picture} />
    </div>
  );
}
