import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import type { FoundEvidence } from "~/platform/search-evidence.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { GroundChips } from "~/ui/ground-chips";
import { GroundSearch } from "~/ui/ground-search";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { PointMark } from "./compared-cell";
import { PointFields, TranslatePoint } from "./point-fields";
import type { findOptionByCode, ShownPoint } from "./queries.server";

export interface OptionPageProps {
  shown: Awaited<ReturnType<typeof findOptionByCode>>;
  found: readonly FoundEvidence[];
  find: string;
  language: string;
  languages: readonly string[];
  path: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
  /** Its judgements in full: who gave what and why, below the points. */
  judgement: ReactNode;
}

/** One option: per criterion its level and the points for and against, each with its grounds and, folded, the forms to change it. */
export function OptionPage(props: OptionPageProps) {
  const t = useTranslations("options");
  const { shown, found, find, languages, path, mayWrite, problem } = props;
  const summary = useKept(problem).summary;
  const added = useKept(problem, "add");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).optionForms }), "add");
  return (
    <>
      <PageHead
        title={
          <>
            {shown.option.code} {shown.option.title}
          </>
        }
        lede={shown.option.description}
        crumbs={[{ label: t("heading"), href: `${path}/options` }, { label: shown.option.code }]}
        meta={<span className="soft">{t(`kinds.${shown.option.kind}`)}</span>}
        acts={<ButtonLink to={`${path}/options/${shown.option.code}/compare`}>{t("compareTwo")}</ButtonLink>}
      />
      <ErrorSummary errors={summary} />
      <MainAside label={t("evidence")} aside={mayWrite && <GroundSearch find={find} count={found.length} />}>
        <Conditions shown={shown} path={path} />
        {shown.criteria.map((criterion) => (
          <CriterionSheet key={criterion.id} {...props} criterion={criterion} />
        ))}
        {props.judgement}
        {mayWrite && (
          <Sheet title={t("add")}>
            <LiveForm live={live} className="fields" key={shown.points.length}>
              <PointFields idPrefix="f" criteria={shown.criteria} found={found} languages={languages} kept={added} />
              <div>
                <Button name="intent" value="add" variant="primary" icon="plus">
                  {t("add")}
                </Button>
              </div>
            </LiveForm>
          </Sheet>
        )}
      </MainAside>
    </>
  );
}

/** The conditions that hold for this option; of a condition, the options that it holds for. */
function Conditions({ shown: { option, conditions, holdsFor }, path }: Pick<OptionPageProps, "shown" | "path">) {
  const t = useTranslations("options");
  const listed = option.kind === "condition" ? (holdsFor ?? []) : conditions;
  if (option.kind !== "condition" && conditions.length === 0) return null;
  return (
    <Sheet title={t(option.kind === "condition" ? "holdsFor" : "kindHeads.condition")}>
      {listed.length === 0 && <p className="small">{t("holdsForAll")}</p>}
      <ul>
        {listed.map(({ code, title }) => (
          <li key={code}>
            <Link to={`${path}/options/${code}`}>
              <span className="num">{code}</span> {title}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

type Criterion = OptionPageProps["shown"]["criteria"][number];

function CriterionSheet({ criterion, ...props }: OptionPageProps & { criterion: Criterion }) {
  const points = props.shown.points.filter((point) => point.criterion === criterion.id);
  if (points.length === 0 && criterion.level === null) return null;
  return (
    <Sheet
      title={criterion.title}
      aside={criterion.level !== null && <span className="strong small">{criterion.level}</span>}
      intro={criterion.description}
    >
      {points.map((point) => (
        <PointCard key={point.id} point={point} {...props} />
      ))}
    </Sheet>
  );
}

type PointProps = OptionPageProps & { point: ShownPoint };

const nameOfPoint = ({ shown, point }: PointProps) => `${shown.option.code}.${point.number}`;

function PointCard(props: PointProps) {
  const { point, language, path, mayWrite } = props;
  const translation = point.language === language ? undefined : point.translations.find((one) => one.language === language);
  const label = nameOfPoint(props);
  return (
    <article className="passage" id={label} aria-label={label}>
      <p className="doc" lang={translation ? language : point.language}>
        <PointMark side={point.side} /> {translation?.body ?? point.text}
      </p>
      <GroundChips grounds={point.grounds} base={path} />
      {mayWrite && <ChangePoint {...props} />}
    </article>
  );
}

function ChangePoint(props: PointProps) {
  const { point, shown, found, languages, problem } = props;
  const t = useTranslations("options");
  const kept = useKept(problem, "change");
  const mine = kept.value("id") === point.id;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).optionForms }), "change");
  const label = nameOfPoint(props);
  const identity = (
    <>
      <input type="hidden" name="id" value={point.id} />
      <input type="hidden" name="version" value={point.version} />
    </>
  );
  return (
    <details className="more" open={mine}>
      <summary>{t("change")}</summary>
      <LiveForm live={live} className="fields" key={point.version} preventScrollReset>
        {identity}
        <PointFields
          idPrefix={point.id}
          point={point}
          criteria={shown.criteria}
          found={found}
          languages={languages}
          {...(mine && { kept })}
        />
        <div>
          <Button name="intent" value="change" variant="primary" about={label}>
            {t("save")}
          </Button>
        </div>
      </LiveForm>
      {languages
        .filter((other) => other !== point.language)
        .map((other) => (
          <TranslatePoint key={other} point={point} language={other} />
        ))}
      <Form method="post" preventScrollReset>
        {identity}
        <Button name="intent" value="archive" variant="danger" about={label}>
          {t("archive")}
        </Button>
      </Form>
    </details>
  );
}
