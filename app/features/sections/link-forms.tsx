import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { linkKinds } from "~/domain/evidence/kinds";
import type { LinkedGround } from "~/platform/evidence-view.server";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";

/** What each link under a block does and why, to change or to take away. */
export function LinkForms({ grounds }: { grounds: readonly LinkedGround[] }) {
  const t = useTranslations("sections");
  if (grounds.length === 0) return null;
  return (
    <details>
      <summary>{t("changeGrounds")}</summary>
      <ul className="stack">
        {grounds.map((ground) => (
          <li key={ground.linkId}>
            <LinkForm ground={ground} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function LinkForm({ ground }: { ground: LinkedGround }) {
  const t = useTranslations("sections");
  const word = useTranslations("sections.relations");
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={ground.linkId} />
      <input type="hidden" name="version" value={ground.version} />
    </>
  );
  return (
    <div className="link-form">
      <b className="num">{ground.code}</b>
      <Form method="post" className="link-form" preventScrollReset>
        {hidden("link")}
        <SelectField
          name="kind"
          id={`kind-${ground.linkId}`}
          label={<span className="vh">{t("relationOf", { code: ground.code })}</span>}
          value={ground.relation}
          options={linkKinds.map((kind) => ({ value: kind, label: word(kind) }))}
        />
        <TextField
          name="note"
          id={`note-${ground.linkId}`}
          label={<span className="vh">{t("noteOn", { code: ground.code })}</span>}
          value={ground.note}
        />
        <Button size="small" about={ground.code}>
          {t("save")}
        </Button>
      </Form>
      <Form method="post" preventScrollReset>
        {hidden("unlink")}
        <Button size="small" variant="quiet" icon="x" about={ground.code}>
          {t("unlink")}
        </Button>
      </Form>
    </div>
  );
}
