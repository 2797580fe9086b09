import { useTranslations } from "use-intl";
import type { Problem } from "~/domain/document/problems";
import { ButtonLink } from "~/ui/button";
import { Checklist, type Check } from "~/ui/checklist";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { useLanguageName } from "./language-name";
import type { readChecklist } from "./queries.server";

type Found = Awaited<ReturnType<typeof readChecklist>>;

/** What a document compiled now would lack: what blocks a final edition, what asks attention, what is in order. */
export function EditionChecklist({ found, path }: { found: Found; path: string }) {
  const t = useTranslations("editions");
  const checks = useChecks(found, path);
  const blocks = found.groups.filter(({ weight }) => weight === "blocks").length;
  return (
    <Sheet
      title={t("before")}
      intro={t("beforeHint")}
      aside={<StatusTag state={blocks > 0 ? "blocks" : "in-order"} detail={blocks > 0 ? blocks : undefined} />}
      flush
    >
      <Checklist checks={checks} />
    </Sheet>
  );
}

function useChecks({ groups, sections, counts, small }: Found, path: string): Check[] {
  const t = useTranslations("editions");
  const sectionName = (code: string) => nameOfSection(sections, code);
  const about = useNamesOf(sectionName);
  const told = groups.map(({ kind, weight, count, first }): Check => {
    const [nearest] = first;
    return {
      state: weight,
      title: t(`check_${kind}`, { count }),
      detail: [
        about(first),
        count > first.length ? t("more", { count: count - first.length }) : "",
        kind === "untranslated" || kind === "behind" ? t("untranslatedHint") : "",
      ]
        .filter(Boolean)
        .join(" · "),
      ...(nearest && {
        act: (
          <ButtonLink to={hrefOf(nearest, path)} size="small" about={t("showAbout", { code: sectionName(nearest.sectionCode) })}>
            {t("show")}
          </ButtonLink>
        ),
      }),
    };
  });
  const people: Check[] =
    small > 0
      ? [
          {
            state: "attention",
            title: t("check_small", { count: small }),
            detail: t("smallHint"),
            act: (
              <ButtonLink to={`${path}/interviewees`} size="small">
                {t("show")}
              </ButtonLink>
            ),
          },
        ]
      : [];
  const lost = groups.some(({ kind }) => kind === "lost-ground");
  return [
    ...told,
    ...people,
    ...(lost ? [] : [{ state: "in-order" as const, title: t("order_references"), detail: t("order_referencesHint", counts) }]),
    { state: "in-order", title: t("order_protected"), detail: t("order_protectedHint", { withheld: counts.withheld }) },
  ];
}

/** A section by its number, and one that has none, or an annex, by its heading: its code says nothing to a reader. */
function nameOfSection(sections: Found["sections"], code: string): string {
  const section = sections.find((one) => one.code === code);
  return section?.number ?? section?.heading ?? code;
}

/** The first few things by what they are called, each once. */
function useNamesOf(sectionName: (code: string) => string): (problems: readonly Problem[]) => string {
  const languageName = useLanguageName();
  return (problems) => {
    const names = problems.map(({ statementCode, groundCode, sectionCode, language }) =>
      [groundCode ?? statementCode ?? sectionName(sectionCode), language && `(${languageName(language)})`].filter(Boolean).join(" "),
    );
    return [...new Set(names)].join(", ");
  };
}

function hrefOf({ statementCode, sectionCode }: Problem, path: string): string {
  return statementCode ? `${path}/statements/${statementCode}` : `${path}/sections/${sectionCode}`;
}
