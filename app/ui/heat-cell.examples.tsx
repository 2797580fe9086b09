import type { Examples } from "./example";
import { HeatCell, HeatKey, shadeOf } from "./heat-cell";
import { Sheet } from "./sheet";

export const examples: Examples = {
  "a row of every kind": (
    <Sheet
      title="Heatmap"
      flush
      footer={
        <HeatKey
          levels={["none", "marginal", "partial", "substantial", "leading"].map((label, place) => ({ value: String(place), label }))}
        />
      }
    >
      <div className="scroll" tabIndex={0} role="region" aria-label="Heatmap, table">
        <table className="heat">
          <thead>
            <tr>
              <th scope="col" className="q">
                Actor
              </th>
              {["K1", "K2", "K3", "K4", "K5", "K6"].map((code) => (
                <th key={code} scope="col">
                  {code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className="q">
                <a href="#O1">Port of Veere</a>
                <span>Small port</span>
              </th>
              <HeatCell href="#1" value={{ state: "agreed", value: "4", label: "leading", shade: shadeOf(4, 5) }} />
              <HeatCell href="#2" value={{ state: "reconciled", value: "2", label: "partial", shade: shadeOf(2, 5) }} />
              <HeatCell href="#3" value={{ state: "differs", range: "1–3" }} />
              <HeatCell href="#4" value={{ state: "blind", done: 2, raters: 3 }} />
              <HeatCell value={{ state: "agreed", value: "0", label: "none", shade: 0 }} />
              <HeatCell value={{ state: "unrated" }} />
            </tr>
          </tbody>
        </table>
      </div>
    </Sheet>
  ),
};
