import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors } from "react-hook-form";
import type { z } from "zod";
import { type Posted, postedForm } from "~/domain/forms/posted-form";

// Loaded when somebody is in a form (live-form.tsx): pages that are read carry neither zod nor react-hook-form.

/** How a form is read: the schema of its fields, or one that reads the sent form itself. */
export type LiveSchema = { form: z.ZodType } | { posted: z.ZodType<unknown, Posted> };

/** The checks of one form, and what they found: the key of a message by the name of a field. */
export interface LiveCheck {
  /** Checks these fields, or all. */
  run: (names?: readonly string[]) => Promise<void>;
  keyAt: (name: string) => string | undefined;
}

/** Makes the checks of a form whose fields stand in the page, by the schema that the server reads them with. */
export function makeLiveCheck(schema: () => LiveSchema, posted: () => Posted): LiveCheck {
  const control = createFormControl<Record<string, unknown>>({
    resolver: async (_values, context, options) => {
      const given = schema();
      const read = "form" in given ? postedForm(given.form) : given.posted;
      const { errors } = await zodResolver(read)(posted(), context, { ...options, fields: {} });
      return { values: {}, errors: errors as FieldErrors }; // they stand by the names of fields, not by places in the list that was read
    },
  });
  return {
    async run(names) {
      await control.trigger(names && [...names]);
    },
    keyAt(name) {
      const message: unknown = control.getFieldState(name).error?.message;
      return typeof message === "string" ? message : undefined;
    },
  };
}
