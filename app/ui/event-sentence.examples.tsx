import { ValueChange } from "./difference";
import { EventSentence } from "./event-sentence";
import type { Examples } from "./example";
import { Sheet } from "./sheet";
import { StatementNumber } from "./statement-number";

export const examples: Examples = {
  "a day": (
    <Sheet title="Entries" flush>
      <ol className="evs2">
        <EventSentence
          at={new Date("2022-03-14T09:04:00Z")}
          by="Iris Bakker"
          sentence={
            <>
              <b>Iris Bakker</b> changed the wording of <StatementNumber code="F15" href="#F15" />
            </>
          }
          reason="Follows the correction"
          consequence="The sign-off of 4.3 no longer covers the text"
          entry={{ number: 4812, href: "#4812" }}
          open
        >
          <dl>
            <div>
              <dt>Version</dt>
              <dd>
                <ValueChange before="13" after="14" />
              </dd>
            </div>
          </dl>
        </EventSentence>
        <EventSentence
          at={new Date("2022-03-09T19:14:00Z")}
          by="Interviewee 3"
          protectedName
          sentence="Interviewee 3 corrected answer 7"
          entry={{ number: 4752, href: "#4752" }}
        />
      </ol>
    </Sheet>
  ),
};
