import type { Examples } from "./example";
import { FilterBar, FilterCount } from "./filter-bar";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

export const examples: Examples = {
  "two fields": (
    <>
      <FilterBar label="Filter the sources">
        <TextField name="q" label="Words" type="search" />
        <SelectField name="state" label="State" empty="All" options={[{ value: "read", label: "Read" }]} />
      </FilterBar>
      <FilterCount clearHref="?">12 of 31 sources</FilterCount>
    </>
  ),
};
