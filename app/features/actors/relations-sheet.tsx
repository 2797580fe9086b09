import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { relationSides } from "~/domain/actors/relation";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { looseDate } from "~/ui/format";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TranslationForm } from "~/ui/translation-form";
import type { RelationForm, ShownRelation } from "./read-relations.server";
import { NewRelationFields, RelationFields } from "./relation-fields";
import { SourceMark } from "./source-mark";

export interface RelationsProps {
  relations: readonly ShownRelation[];
  /** What the form of a relation lists, where the address asks for one; `changing` is the code of the one that it changes. */
  relationForm: (RelationForm & { changing: string | null }) | null;
  languages: readonly string[];
  base: string;
  editable: boolean;
  problem: FormProblem | undefined;
}

/** How an actor stands to others, read from its side; forms come in place, one at a time. */
export function RelationsSheet(props: RelationsProps) {
  const t = useTranslations("actors");
  const { relations, relationForm, editable } = props;
  const sides = relationSides.filter((side) => relations.some((relation) => relation.side === side));
  return (
    <Sheet title={t("relations")} id="relations" aside={<span className="soft num">{relations.length}</span>}>
      {relations.length === 0 && <p className="soft">{t("noRelations")}</p>}
      {sides.map((side) => (
        <section key={side} className="passage" aria-label={t(`sides.${side}`)}>
          <h3>{t(`sides.${side}`)}</h3>
          <RelationList {...props} relations={relations.filter((relation) => relation.side === side)} />
        </section>
      ))}
      {editable && (
        <div className="passage" id="new-relation">
          {relationForm?.changing === null ? (
            <AddRelation {...props} form={relationForm} />
          ) : (
            <p className="row wrap">
              <ButtonLink size="small" icon="plus" to="?relation=new#new-relation">
                {t("addRelation")}
              </ButtonLink>
            </p>
          )}
        </div>
      )}
    </Sheet>
  );
}

const mostShown = 8;

/** The relations of one side; of many the first few, and the others folded unless one of them is being changed. */
function RelationList({ relations, ...props }: RelationsProps) {
  const t = useTranslations("actors");
  const item = (relation: ShownRelation) => (
    <li key={relation.id} id={relation.code} className="passage">
      <RelationItem {...props} relation={relation} relations={relations} />
    </li>
  );
  if (relations.length <= mostShown + 2) return <ul className="plain">{relations.map(item)}</ul>;
  const others = relations.slice(mostShown);
  return (
    <>
      <ul className="plain">{relations.slice(0, mostShown).map(item)}</ul>
      <details className="more" open={others.some(({ code }) => code === props.relationForm?.changing)}>
        <summary>{t("relationsMore", { count: others.length })}</summary>
        <ul className="plain">{others.map(item)}</ul>
      </details>
    </>
  );
}

function RelationItem({ relation, ...props }: RelationsProps & { relation: ShownRelation }) {
  const t = useTranslations("actors");
  const language = useLanguage();
  const { base, editable, relationForm } = props;
  const { code, other, countries, asOf, shown } = relation;
  const about = [countries.join(", "), asOf === null ? t("undated") : t("asOfShort", { date: looseDate(asOf, language) })];
  return (
    <>
      <p className="row wrap">
        <Link to={`${base}/actors/${other.code}`}>
          <bdi>{other.name}</bdi>
        </Link>
        <span className="small soft push">
          <span className="num">{code}</span> · {about.filter(Boolean).join(" · ")}
        </span>
      </p>
      {shown.text && (
        <p className="prewrap" lang={shown.lang}>
          {shown.text} {shown.behind && <StatusTag state="behind" />}
        </p>
      )}
      <p className="chips">
        <SourceMark of={relation} base={base} />
        {editable && relationForm?.changing !== code && (
          <Link className="small push" to={`?relation=${code}#${code}`} preventScrollReset aria-label={t("changeRelationThis", { code })}>
            {t("changeFact")}
          </Link>
        )}
      </p>
      {editable && relationForm?.changing === code && <ChangeRelation {...props} form={relationForm} relation={relation} />}
    </>
  );
}

type OwnFormProps = Pick<RelationsProps, "languages" | "problem"> & { form: RelationForm };

function AddRelation({ form, languages, problem }: OwnFormProps) {
  const t = useTranslations("actors");
  const names = { other: t("otherActor"), otherName: t("otherName"), side: t("side"), note: t("note") };
  const kept = useKept(problem, "add-relation", names);
  const live = useLiveForm(async () => ({ form: (await import("./schema")).AddRelationForm }), "add-relation");
  return (
    <LiveForm live={live} className="fields" preventScrollReset aria-label={t("addRelation")}>
      <h3>{t("addRelation")}</h3>
      <NewRelationFields form={form} kept={kept} />
      <RelationFields form={form} languages={languages} kept={kept} />
      <div className="row wrap">
        <Button name="intent" value="add-relation" variant="primary" icon="plus">
          {t("recordRelation")}
        </Button>
        <ButtonLink to="?#relations" variant="quiet">
          {t("cancel")}
        </ButtonLink>
      </div>
    </LiveForm>
  );
}

function ChangeRelation({ relation, form, languages, problem }: OwnFormProps & { relation: ShownRelation }) {
  const t = useTranslations("actors");
  const kept = useKept(problem, "change-relation", { note: t("note") });
  const live = useLiveForm(async () => ({ form: (await import("./schema")).ChangeRelationForm }), "change-relation");
  const { id, code, version, language, note, translations } = relation;
  return (
    <div className="stack">
      <LiveForm live={live} className="fields" preventScrollReset key={version}>
        <HiddenFields values={{ id, version: kept.value("version", String(version)) }} />
        <RelationFields form={form} relation={relation} languages={languages} kept={kept} />
        <div className="row wrap">
          <Button name="intent" value="change-relation" variant="primary" about={code}>
            {t("saveRelation")}
          </Button>
          <ButtonLink to={`?#${code}`} variant="quiet">
            {t("cancel")}
          </ButtonLink>
        </div>
      </LiveForm>
      {note !== "" &&
        languages
          .filter((other) => other !== language)
          .map((other) => (
            <TranslationForm
              key={other}
              record={{ id }}
              language={other}
              translations={translations}
              id={`f-${code.replace(":", "-")}-${other}`}
              intent="translate-relation"
              label={t("noteIn", { language: other.toUpperCase() })}
              about={code}
            />
          ))}
      <Form method="post" preventScrollReset>
        <HiddenFields values={{ id, version }} />
        <Button name="intent" value="archive-relation" variant="danger" about={code}>
          {t("archiveRelation")}
        </Button>
      </Form>
    </div>
  );
}
