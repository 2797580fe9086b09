import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import type { FoundEvidence } from "~/platform/search-evidence.server";
import type { ShownEvidence } from "~/platform/shown-evidence.server";
import { ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { GroundSearch } from "~/ui/ground-search";
import { GroundChips } from "~/ui/ground-chips";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { JudgeForm, TranslateForm } from "./judge-form";
import type { NodeBeside } from "./list-frameworks.server";
import { NodeStanding } from "./node-beside";
import type { findAlignment } from "./queries.server";

export interface AlignmentPageProps {
  shown: Awaited<ReturnType<typeof findAlignment>>;
  chosen: readonly ShownEvidence[];
  found: readonly FoundEvidence[];
  find: string;
  languages: readonly string[];
  beside: NodeBeside;
  base: string;
  mayJudge: boolean;
  problem: FormProblem | undefined;
  /** What there is to say of the wording that it was judged on. */
  notice?: ReactNode;
}

/** One node of a policy framework: its judgement, or the form to judge it, beside the search for what it rests on. */
export function AlignmentPage({ shown, chosen, found, find, languages, beside, base, mayJudge, problem, notice }: AlignmentPageProps) {
  const t = useTranslations("alignments");
  const kept = useKept(problem, "judge", { value: shown.scale.title });
  const { framework, node, alignment, next } = shown;
  const others = alignment ? languages.filter((language) => language !== alignment.language) : [];
  const acts = (
    <>
      {next && <ButtonLink to={`${base}/alignments/${framework.id}/${next}`}>{t("next")}</ButtonLink>}
      {mayJudge && beside.next && <ButtonLink to={`${base}/alignments/${beside.next}`}>{t("judgeNext")}</ButtonLink>}
    </>
  );
  return (
    <>
      <PageHead
        title={
          <>
            {node.code} {node.title}
          </>
        }
        lede={node.description}
        crumbs={[
          { label: t("heading"), href: `${base}/alignments` },
          { label: framework.title, href: `${base}/alignments/${framework.id}` },
          { label: node.code },
        ]}
        meta={<span className="num">{t("ofFramework", { judged: beside.answered, total: beside.subjects })}</span>}
        acts={acts}
      />
      {notice}
      <ErrorSummary errors={kept.summary} />
      <MainAside
        label={t("evidence")}
        aside={
          <>
            <NodeStanding beside={beside} base={base} />
            {mayJudge && <GroundSearch find={find} count={found.length} />}
          </>
        }
      >
        {mayJudge ? (
          <Sheet title={t("judgement")}>
            <JudgeForm shown={shown} chosen={chosen} found={found} languages={languages} kept={kept} />
          </Sheet>
        ) : (
          <Judged shown={shown} chosen={chosen} base={base} />
        )}
        {mayJudge && alignment && others.length > 0 && (
          <Sheet title={t("translations")}>
            {others.map((language) => (
              <TranslateForm key={language} alignment={alignment} language={language} />
            ))}
          </Sheet>
        )}
      </MainAside>
    </>
  );
}

function Judged({ shown: { alignment, scale }, chosen, base }: Pick<AlignmentPageProps, "shown" | "chosen" | "base">) {
  const t = useTranslations("alignments");
  const level = [...scale.levels, ...scale.others].find(({ value }) => value === String(alignment?.value));
  if (!alignment) return <Sheet title={t("judgement")}>{t("notJudged")}</Sheet>;
  return (
    <Sheet title={t("judgement")}>
      <p className="strong">{level?.label ?? String(alignment.value)}</p>
      <p className="doc prewrap" lang={alignment.language}>
        {alignment.reasons}
      </p>
      <GroundChips grounds={chosen} base={base} />
    </Sheet>
  );
}
