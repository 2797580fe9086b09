import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Role } from "~/domain/permissions";
import { roles } from "~/domain/permissions";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { RadioGroup } from "~/ui/radio-group";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

/** Adds a person by the mail address of her account. */
export function AddMemberForm({ kept }: { kept: Kept }) {
  const t = useTranslations("members");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).MemberAct }), "add");
  return (
    <Sheet title={t("add")} intro={t("addIntro")}>
      <LiveForm live={live} className="fields">
        <TextField name="email" type="email" label={t("email")} value={kept.value("email")} error={kept.error("email")} />
        <RadioGroup
          name="role"
          layout="list"
          label={t("role")}
          value={kept.value("role")}
          error={kept.error("role")}
          options={roles.map((role) => ({ value: role, label: t(`roles.${role}`), hint: t(`does.${role}`) }))}
        />
        <DateField name="endsOn" label={t("endsOn")} optional value={kept.value("endsOn")} error={kept.error("endsOn")} />
        <div>
          <Button variant="primary" name="intent" value="add">
            {t("add")}
          </Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}

interface ChangeMemberProps {
  member: { id: string; name: string; role: Role; endsOn: string | null; version: number };
  kept: Kept;
}

/** Another role or end date, or the end of it; folded away under the person's name. */
export function ChangeMemberForm({ member, kept }: ChangeMemberProps) {
  const t = useTranslations("members");
  const mine = kept.value("memberId") === member.id;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).MemberAct }), "change");
  const value = (name: string, fallback: string) => (mine ? kept.value(name, fallback) : fallback);
  const error = (name: string) => (mine ? kept.error(name) : undefined);
  return (
    <details open={mine}>
      <summary>
        {t("change")}
        <span className="vh"> {member.name}</span>
      </summary>
      <LiveForm live={live} className="fields">
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <SelectField
          name="role"
          id={`role-${member.id}`}
          label={t("role")}
          value={value("role", member.role)}
          error={error("role")}
          options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
        <DateField
          name="endsOn"
          id={`ends-${member.id}`}
          label={t("endsOn")}
          optional
          value={value("endsOn", member.endsOn ?? "")}
          error={error("endsOn")}
        />
        <div>
          <Button name="intent" value="change" about={member.name}>
            {t("save")}
          </Button>
        </div>
      </LiveForm>
      <Form method="post">
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <Button variant="danger" name="intent" value="remove" about={member.name}>
          {t("remove")}
        </Button>
      </Form>
    </details>
  );
}
