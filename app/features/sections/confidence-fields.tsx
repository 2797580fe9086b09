import { useTranslations } from "use-intl";
import type { StatementKind } from "~/domain/evidence/kinds";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { BlockView, StatementView } from "./section-view.server";

/** The protocol's scale of confidence: for which kinds of statement, its levels, and what is judged first. */
export interface ConfidenceOptions {
  statements: readonly StatementKind[];
  /** For which of them the protocol asks why. */
  reasonAsked: readonly StatementKind[];
  levels: readonly { value: string; label: string }[];
  components: readonly { value: string; label: string }[];
  componentLevels: readonly { value: string; label: string }[];
  /** In which languages it is told who should act, and the names that are offered. */
  languages: readonly string[];
  actors: readonly string[];
}

interface FieldsProps {
  block: BlockView;
  statement: StatementView;
}

/** What is said of a statement beside its words: who should act on a recommendation, confidence, and in words how what contradicts it was dealt with; folded until something of it is asked for. */
export function ConfidenceFields({ block, statement, options }: FieldsProps & { options: ConfidenceOptions | null }) {
  const t = useTranslations("sections");
  const rated = options !== null && options.statements.includes(statement.kind);
  const addressed = options !== null && statement.kind === "recommendation";
  if (!rated && !statement.contradicted && !addressed) return null;
  return (
    <>
      <input type="hidden" name="weighed" value="yes" />
      {addressed && <Addressees block={block} statement={statement} options={options} />}
      {rated || statement.contradicted ? (
        <details open={statement.contradictionOpen}>
          <summary>{statement.confidence === null ? t("confidence") : t("confidenceIs", { level: statement.confidence })}</summary>
          <div className="fields">
            <Contradiction block={block} statement={statement} />
            {rated && <Levels block={block} statement={statement} options={options} />}
          </div>
        </details>
      ) : (
        <Contradiction block={block} statement={statement} />
      )}
    </>
  );
}

/** Who should act, in each language: in words, or the name of an actor from the list that the browser offers. */
function Addressees({ block, statement, options }: FieldsProps & { options: ConfidenceOptions }) {
  const t = useTranslations("sections");
  const list = `actors-${block.id}`;
  return (
    <div className="fields">
      {options.languages.map((language) => (
        <div key={language}>
          <input type="hidden" name="addressedIn" value={language} />
          <TextField
            name="addressedTo"
            id={`addressed-${language}-${block.id}`}
            label={t("addressedLabel", { language, several: options.languages.length > 1 ? "yes" : "no" })}
            hint={t("addressedHint")}
            value={statement.addressedTo[language] ?? ""}
            maxLength={300}
            lang={language}
            list={list}
            optional
          />
        </div>
      ))}
      <datalist id={list}>
        {options.actors.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

function Contradiction({ block, statement }: FieldsProps) {
  const t = useTranslations("sections");
  if (!statement.contradicted) return <input type="hidden" name="contradiction" value={statement.contradictionAnswer} />;
  return (
    <TextArea
      name="contradiction"
      id={`contradiction-${block.id}`}
      label={t("contradictionLabel")}
      hint={t("contradictionHint")}
      value={statement.contradictionAnswer}
      rows={3}
      lang={block.language}
    />
  );
}

function Levels({ block, statement, options }: FieldsProps & { options: ConfidenceOptions }) {
  const t = useTranslations("sections");
  return (
    <>
      {options.components.map((component) => (
        <SelectField
          key={component.value}
          name="components"
          id={`component-${component.value}-${block.id}`}
          label={component.label}
          empty={t("notWeighed")}
          value={`${component.value}=${statement.components[component.value] ?? ""}`}
          options={options.componentLevels.map((level) => ({ value: `${component.value}=${level.value}`, label: level.label }))}
        />
      ))}
      <SelectField
        name="level"
        id={`level-${block.id}`}
        label={t("confidenceLevel")}
        empty={t("notWeighed")}
        value={statement.confidenceKey ?? ""}
        options={options.levels}
      />
      <TextArea
        name="reason"
        id={`reason-${block.id}`}
        label={t("confidenceReason")}
        optional={!options.reasonAsked.includes(statement.kind)}
        value={statement.confidenceReason}
        rows={2}
        lang={block.language}
      />
    </>
  );
}
