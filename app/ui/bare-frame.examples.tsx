import { BareFrame } from "./bare-frame";
import { Button } from "./button";
import type { Examples } from "./example";
import { PageHead } from "./page-head";
import { TextField } from "./text-field";

export const examples: Examples = {
  "signing in": (
    <BareFrame>
      <PageHead title="Sign in" />
      <form className="fields" method="post" action="/sign-in">
        <TextField name="email" type="email" label="Mail address" autoComplete="username" />
        <TextField name="password" type="password" label="Password" autoComplete="current-password" />
        <Button variant="primary">Sign in</Button>
      </form>
    </BareFrame>
  ),
};
