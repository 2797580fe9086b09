import { ConfirmPage } from "./confirm-page";
import type { Examples } from "./example";
import { TextField } from "./text-field";

export const examples: Examples = {
  "freeze the protocol": (
    <ConfirmPage
      title="Freeze protocol 1.2"
      crumbs={[{ label: "Protocol", href: "/protocol" }, { label: "Freeze" }]}
      consequences={["Fieldwork can begin.", "Later changes need a reason and appear as deviations.", "This cannot be undone."]}
      hidden={{ intent: "freeze", version: 3 }}
      act="Freeze protocol 1.2"
      cancelHref="/protocol"
    />
  ),
  "sign off, password wrong": (
    <ConfirmPage
      title="Sign off version 17"
      consequences={["Your name is bound to this text and to its 8 grounds."]}
      act="Sign off version 17"
      cancelHref="/s"
      errors={[{ field: "password", message: "Fill in the password of this account" }]}
    >
      <TextField
        name="password"
        type="password"
        label="Password"
        error="Fill in the password of this account"
        autoComplete="current-password"
      />
    </ConfirmPage>
  ),
};
