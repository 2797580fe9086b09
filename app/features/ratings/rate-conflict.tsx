import { useTranslations } from "use-intl";
import { useRoot } from "~/platform/root-data";
import { ConflictScreen } from "~/ui/conflict-screen";
import type { RatingAnswer } from "./act-on-rating.server";
import type { ShownRatePage } from "./read-rate-page.server";

/** The same person judged the same in another window: per field that one and this one. */
export function RateConflict({
  page,
  conflict,
  leaveHref,
}: {
  page: ShownRatePage;
  conflict: NonNullable<RatingAnswer["conflict"]>;
  leaveHref: string;
}) {
  const t = useTranslations("ratings");
  const me = useRoot()?.user?.name ?? "";
  const { mine } = conflict;
  const asked = page.criteria.find(({ id }) => id === conflict.criterion);
  const saved = asked?.mine;
  if (mine.intent !== "rate" || !asked || !saved) return null;
  const worded = (value: string) => {
    const choice = [...asked.scale.levels, ...asked.scale.others].find((one) => one.value === value);
    return { value, shown: choice ? [choice.mark, choice.label].filter(Boolean).join(" ") : value };
  };
  const fields = [
    { name: "value", label: t("value"), theirs: worded(saved.value), mine: worded(mine.value) },
    { name: "justification", label: t("justification"), theirs: { value: saved.justification }, mine: { value: mine.justification } },
    { name: "language", label: t("language"), theirs: { value: saved.language }, mine: { value: mine.language } },
  ];
  const hidden = {
    intent: "rate",
    criterion: mine.criterion,
    ...(mine.ownExpertise && { ownExpertise: "yes" }),
    ...(mine.grounds[0] !== undefined && { grounds: mine.grounds[0] }),
  };
  return (
    <ConflictScreen
      what={`${page.subject.code}:${asked.code}`}
      theirs={{ version: saved.version, at: new Date(conflict.at), by: me }}
      base={{ version: mine.version }}
      me={me}
      fields={fields}
      hidden={hidden}
      leaveHref={leaveHref}
    />
  );
}
