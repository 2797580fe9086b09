import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Checkbox } from "~/ui/checkbox-group";
import { Notice } from "~/ui/notice";
import type { Namesake } from "./find-namesake.server";

/** That an actor of the same name is listed, with the way to it; ticked, the new one is another. */
export function NamesakeNotice({ namesake: { code, name }, path }: { namesake: Namesake; path: string }) {
  const t = useTranslations("actors");
  return (
    <Notice>
      <p>
        {t("namesake")}{" "}
        <Link to={`${path}/${code}`}>
          <bdi>{name}</bdi> <span className="num">{code}</span>
        </Link>
      </p>
      <Checkbox name="another" label={t("another")} />
    </Notice>
  );
}
