/** What is wrong with a posted form, and what was typed. Messages are keys of the locale namespace `problems`. */
export interface FormProblem {
  fields: Record<string, string[]>;
  /** About the form as a whole. */
  form: string[];
  /** What was typed, but for passwords. */
  values: Record<string, string[]>;
}

/** One more problem of a form that was read well but can't be used: `fieldProblem(value, "email", "unknown-account")`. */
export function fieldProblem(values: Record<string, unknown>, field: string, message: string): FormProblem {
  const shown = Object.entries(values).filter(([name, value]) => !/password/i.test(name) && value !== undefined && value !== null);
  return {
    fields: { [field]: [message] },
    form: [],
    values: Object.fromEntries(shown.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]])),
  };
}

/** The problem of a field that a change refused: its details name the field and the message. */
export function refusedField(values: Record<string, unknown>, details: Record<string, unknown>): FormProblem {
  const { field, problem } = details;
  return fieldProblem(values, typeof field === "string" ? field : "", typeof problem === "string" ? problem : "invalid");
}
