import { z } from "zod";
import { Button } from "./button";
import type { Examples } from "./example";
import { LiveForm, useLiveForm } from "./live-form";
import { TextField } from "./text-field";

const Titled = z.strictObject({ title: z.string().min(1, "required") });

function Example({ error }: { error?: string }) {
  const live = useLiveForm(() => Promise.resolve({ form: Titled }));
  return (
    <LiveForm live={live} className="fields">
      <TextField name="title" label="Title" error={error} />
      <Button>Save</Button>
    </LiveForm>
  );
}

export const examples: Examples = {
  "as it comes, without script": <Example />,
  "refused by the server": <Example error="Fill this in" />,
};
