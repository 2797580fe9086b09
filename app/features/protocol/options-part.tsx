import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { InterventionSet, Option } from "~/domain/protocol/options";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { Told } from "./told";

/** The options that are compared, and the sets under which interventions are listed. */
export function OptionsPart({ options, sets, base }: { options: readonly Option[]; sets: readonly InterventionSet[]; base: string }) {
  const t = useTranslations("protocol");
  if (options.length + sets.length === 0) return <EmptyState title={t("noOptions")} />;
  return (
    <>
      {options.length > 0 && (
        <Sheet title={t("parts.options")}>
          <ul className="gap">
            {options.map((option) => (
              <li key={option.id}>
                <p>
                  <span className="code num">{option.code}</span>{" "}
                  <Link to={`${base}/options/${option.code}`}>
                    <Told of={option.title} />
                  </Link>
                  <span className="soft small"> · {t(`optionKinds.${option.kind}`)}</span>
                </p>
                <p className="small">
                  <Told of={option.description} />
                </p>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {sets.map((set) => (
        <Sheet
          key={set.id}
          title={<Told of={set.title} />}
          intro={<Told of={set.note} />}
          aside={<span className="soft small">{t("interventionSet")}</span>}
        >
          {set.categories && (
            <ul>
              {set.categories.map(({ key, label }) => (
                <li key={key}>
                  <Told of={label} />
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      ))}
    </>
  );
}
