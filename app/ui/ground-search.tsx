import { Form, useSearchParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { Sheet } from "./sheet";
import { TextField } from "./text-field";

/** The search for what a judgement can rest on; what it finds is ticked in the form beside it. A plain GET form, that keeps what else the address asks for. */
export function GroundSearch({ find, count }: { find: string; count: number }) {
  const t = useTranslations("ui.grounds");
  const [asked] = useSearchParams();
  const others = [...asked].filter(([name]) => name !== "q");
  return (
    <Sheet title={t("search")} intro={t("searchHint")}>
      <Form method="get" role="search" className="fields" preventScrollReset>
        {others.map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        <TextField name="q" type="search" label={t("words")} value={find} />
        <div>
          <Button icon="search">{t("find")}</Button>
        </div>
      </Form>
      <p className="small soft" role="status">
        {find !== "" && t("found", { count })}
      </p>
    </Sheet>
  );
}
