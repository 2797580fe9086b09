import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Notice } from "~/ui/notice";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import type { ShownMerger } from "./read-doubles.server";

export interface MergeFormProps {
  merger: ShownMerger;
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
}

/** Two actors side by side: of each field the value that is taken, what moves along, and the button that merges them. */
export function MergeForm({ merger, base, mayWrite, problem }: MergeFormProps) {
  const t = useTranslations("actors");
  const { stays, goes, hindrance } = merger;
  const kept = useKept(problem, undefined, { reason: t("mergeReason") });
  const live = useLiveForm(async () => ({ form: (await import("./merge-schema")).MergeForm }));
  const refused = hindrance ? t(`hindrances.${hindrance.why}`, { round: hindrance.round, code: goes.code }) : undefined;
  return (
    <Sheet title={t("mergeTitle", { goes: goes.name, stays: stays.name })} id="merge">
      <ErrorSummary errors={kept.summary} />
      <LiveForm live={live} className="stack">
        <HiddenFields values={{ stays: stays.id, staysVersion: stays.version, goes: goes.id, goesVersion: goes.version }} />
        <FieldsTable merger={merger} editable={mayWrite} />
        <ul className="follows">
          <li>{t("mergeMoves", { facts: goes.facts, relations: goes.relations, code: stays.code })}</li>
          <li>{t("mergeCodes", { code: goes.code })}</li>
          <li>{t("mergeKept", { code: goes.code, stays: stays.code })}</li>
        </ul>
        {refused && <Notice tone="stale">{refused}</Notice>}
        {mayWrite && (
          <>
            <TextArea name="reason" label={t("mergeReason")} rows={2} value={kept.value("reason")} error={kept.error("reason")} />
            <div className="row wrap">
              <Button variant="primary" refused={refused}>
                {t("mergeThem", { goes: goes.code, stays: stays.code })}
              </Button>
              <ButtonLink to={`?stays=${goes.code}&goes=${stays.code}#merge`}>{t("otherWay", { code: goes.code })}</ButtonLink>
              <ButtonLink to={`${base}/actors/doubles`} variant="quiet">
                {t("cancel")}
              </ButtonLink>
            </div>
          </>
        )}
      </LiveForm>
    </Sheet>
  );
}

function FieldsTable({ merger: { stays, goes, fields }, editable }: { merger: ShownMerger; editable: boolean }) {
  const t = useTranslations("actors");
  const name = { name: t("name"), kind: t("kind"), focus: t("focus"), url: t("url") };
  const lists = [
    { key: "otherNames", label: t("otherNames") },
    { key: "levels", label: t("levels") },
    { key: "countries", label: t("countries") },
  ] as const;
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("compareTable")}>
      <table className="t">
        <caption className="vh">{t("compareTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            <th scope="col">{t("staysHead", { code: stays.code })}</th>
            <th scope="col">{t("goesHead", { code: goes.code })}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <ChoiceRow
              key={field.field}
              row={field}
              label={name[field.field]}
              codes={{ stays: stays.code, goes: goes.code }}
              editable={editable}
            />
          ))}
          {lists.map(({ key, label }) => (
            <tr key={key}>
              <th scope="row">{t("bothTogether", { label })}</th>
              <td>{stays[key] || "–"}</td>
              <td>{goes[key] || "–"}</td>
            </tr>
          ))}
          {(["facts", "relations"] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              <td className="num">{stays[key]}</td>
              <td className="num">{goes[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChoiceRowProps {
  row: ShownMerger["fields"][number];
  label: string;
  codes: { stays: string; goes: string };
  editable: boolean;
}

/** One field of both actors; where they differ, one of the two is chosen. */
function ChoiceRow({ row: { field, proposed, same, ...values }, label, codes, editable }: ChoiceRowProps) {
  const t = useTranslations("actors");
  return (
    <tr>
      <th scope="row">{label}</th>
      {(["stays", "goes"] as const).map((side) => (
        <td key={side}>
          {same || !editable ? (
            <bdi>{values[side] || "–"}</bdi>
          ) : (
            <label className="row">
              <input
                type="radio"
                name={field}
                value={side}
                defaultChecked={side === proposed}
                aria-label={t("takeOf", { field: label, code: codes[side] })}
              />
              <bdi>{values[side] || "–"}</bdi>
            </label>
          )}
        </td>
      ))}
    </tr>
  );
}
