import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Avatar } from "./avatar";
import { Icon } from "./icon";
import { SignOutForm } from "./sign-out-form";
import { useDisclosure } from "./use-disclosure";

/** The signed-in person, with the way to her own settings and out. */
export function AccountMenu({ name }: { name: string }) {
  const t = useTranslations("ui.frame");
  const disclosure = useDisclosure();
  return (
    <details className="pop" ref={disclosure}>
      <summary className="me">
        <Avatar name={name} />
        <span className="who">{name}</span>
      </summary>
      <div className="menu right">
        <Link to="/account">
          <Icon name="user" />
          {t("account")}
        </Link>
        <Link to="/help">
          <Icon name="info" />
          {t("help")}
        </Link>
        <Link to="/accessibility">
          <Icon name="eye" />
          {t("accessibility")}
        </Link>
        <SignOutForm />
      </div>
    </details>
  );
}
