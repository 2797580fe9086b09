import { ConflictScreen } from "./conflict-screen";
import type { Examples } from "./example";
import { GroundChip } from "./ground-chip";

export const examples: Examples = {
  "a statement": (
    <ConflictScreen
      what="F15"
      theirs={{ version: 15, at: new Date("2022-03-14T09:11:00Z"), by: "Tom Okafor" }}
      base={{ version: 14 }}
      me="Iris Bakker"
      fields={[
        {
          name: "text",
          label: "Wording",
          theirs: { value: "Short leases hold back repairs and dredging, according to harbour masters." },
          mine: { value: "Short leases hold back repairs, while they let a port end what does not work." },
          base: { value: "Short leases hold back repairs." },
        },
        { name: "kind", label: "Kind", theirs: { value: "F" }, mine: { value: "F" } },
      ]}
      hidden={{ intent: "save" }}
      merged={
        <div className="chips">
          <GroundChip kind="answer" code="I5:15" />
          <GroundChip kind="answer" code="I6:18" relation="contradicts" />
        </div>
      }
      leaveHref="/s"
    />
  ),
};
