import { Button, ButtonLink } from "./button";
import type { Examples } from "./example";

export const examples: Examples = {
  "the four kinds": (
    <div className="row wrap">
      <Button variant="primary" icon="check">
        Sign off version 17
      </Button>
      <Button>Ask for changes</Button>
      <Button variant="danger" icon="trash">
        Withdraw the answer
      </Button>
      <Button variant="quiet" size="small" icon="plus">
        Add a line
      </Button>
    </div>
  ),
  "while its form is sent": <Button busy>Save</Button>,
  "with a hidden rest": (
    <Button size="small" about="question 14">
      Edit
    </Button>
  ),
  "refused, with the reason": <Button refused="2 sections are not signed off">Release edition 3</Button>,
  "a link": (
    <ButtonLink to="/x" icon="download" download>
      PDF
    </ButtonLink>
  ),
  "only with script": (
    <Button type="button" script>
      Add a row
    </Button>
  ),
};
