import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DateField } from "~/ui/date-field";
import { Sheet } from "~/ui/sheet";

export interface AssignFormProps {
  version: number;
  dueOn: string | null;
  assign: {
    members: readonly { id: string; name: string; role: string; wrote: boolean; steppedBack: boolean }[];
    writers: readonly string[];
    reviewers: readonly string[];
  };
  problem: FormProblem | undefined;
}

/** Who writes and reviews a section, and when it is due: for the lead. */
export function AssignForm({ version, dueOn, assign, problem }: AssignFormProps) {
  const t = useTranslations("sections");
  const kept = useKept(problem);
  const reviewerLabel = ({ name, wrote, steppedBack }: AssignFormProps["assign"]["members"][number]) =>
    steppedBack ? t("steppedBackMember", { name }) : wrote ? t("wrotePart", { name }) : name;
  const options = (roles: readonly string[], label: typeof reviewerLabel = ({ name }) => name) =>
    assign.members.filter(({ role }) => roles.includes(role)).map((member) => ({ value: member.id, label: label(member) }));
  return (
    <Sheet title={t("assign")} intro={t("assignIntro")}>
      <Form method="post" className="fields">
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="version" value={version} />
        <CheckboxGroup
          name="writers"
          label={t("whoWrites")}
          layout="list"
          options={options(["lead", "researcher"])}
          values={kept.values("writers", assign.writers)}
          error={kept.error("writers")}
        />
        <CheckboxGroup
          name="reviewers"
          label={t("whoReviews")}
          layout="list"
          options={options(["lead", "researcher", "reviewer"], reviewerLabel)}
          values={kept.values("reviewers", assign.reviewers)}
          error={kept.error("reviewers")}
        />
        <DateField name="dueOn" label={t("dueOn")} optional value={kept.value("dueOn", dueOn ?? "")} error={kept.error("dueOn")} />
        <Button icon="check">{t("saveAssign")}</Button>
      </Form>
    </Sheet>
  );
}
