import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { MergeForm } from "./merge-form";
import type { ShownDoubles } from "./read-doubles.server";

export interface DoublesPageProps {
  doubles: ShownDoubles;
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
}

/** Actors that may stand in the register twice; two of them compared, and merged if they are the same. */
export function DoublesPage({ doubles, base, mayWrite, problem }: DoublesPageProps) {
  const { pairs, compared, asked, actors } = doubles;
  return (
    <div className="gap">
      {compared && (
        <MergeForm
          key={`${compared.stays.code} ${compared.goes.code}`}
          merger={compared}
          base={base}
          mayWrite={mayWrite}
          problem={problem}
        />
      )}
      {!compared && <ChoosePair actors={actors} asked={asked} />}
      <Pairs pairs={pairs} base={base} />
    </div>
  );
}

function Pairs({ pairs, base }: { pairs: ShownDoubles["pairs"]; base: string }) {
  const t = useTranslations("actors");
  const actor = ({ code, name }: { code: string; name: string }) => (
    <Link to={`${base}/actors/${code}`}>
      <bdi>{name}</bdi> <span className="num soft">{code}</span>
    </Link>
  );
  return (
    <Sheet title={t("candidates")} intro={t("candidatesIntro")} aside={<span className="soft num">{pairs.length}</span>} flush>
      <DataTable
        caption={t("candidates")}
        rows={pairs}
        rowKey={({ one, other }) => `${one.code} ${other.code}`}
        empty={<p className="body soft">{t("noCandidates")}</p>}
        columns={[
          { key: "one", head: t("oneActor"), narrow: "title", cell: ({ one }) => actor(one) },
          { key: "other", head: t("otherActor"), narrow: "meta", cell: ({ other }) => actor(other) },
          { key: "why", head: t("why"), narrow: "meta", cell: ({ reasons }) => reasons.map((reason) => t(`reasons.${reason}`)).join(", ") },
          {
            key: "compare",
            head: t("compare"),
            narrow: "meta",
            cell: ({ one, other }) => (
              <Link to={`?stays=${one.code}&goes=${other.code}#merge`} aria-label={t("compareThese", { one: one.code, other: other.code })}>
                {t("compare")}
              </Link>
            ),
          },
        ]}
      />
    </Sheet>
  );
}

/** Two actors of the list, to be compared whatever their names. */
function ChoosePair({ actors, asked }: Pick<ShownDoubles, "actors" | "asked">) {
  const t = useTranslations("actors");
  const isSame = asked.stays !== null && asked.stays === asked.goes;
  return (
    <Sheet title={t("chooseTwo")} id="merge">
      <Form method="get" className="fields" action="#merge">
        <SelectField name="stays" label={t("staysActor")} empty={t("chooseActor")} options={actors} value={asked.stays ?? ""} />
        <SelectField
          name="goes"
          label={t("goesActor")}
          empty={t("chooseActor")}
          options={actors}
          value={asked.goes ?? ""}
          error={isSame ? t("sameTwice") : undefined}
        />
        <div>
          <Button>{t("compare")}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
