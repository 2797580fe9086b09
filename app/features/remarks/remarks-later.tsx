import { lazy, Suspense, type ComponentProps } from "react";
import { firstAct } from "~/ui/first-act";
import { ReadingRemarks } from "./reading-remarks";
import { RemarkOvertaken } from "./remark-overtaken";

const loadPanel = async () => ({ default: (await import("./reading-remarks")).ReadingRemarks });

/*
 * Most who read write no remark: the server has the whole of it in the page, where it works as it stands, and in the browser the form and what
 * saves it come once somebody does something on the page. The build keeps one side of each choice.
 */
const Panel = import.meta.env.SSR ? ReadingRemarks : lazyAfter(firstAct());
const Overtaken = import.meta.env.SSR
  ? RemarkOvertaken
  : lazy(async () => ({ default: (await import("./remark-overtaken")).RemarkOvertaken }));

function lazyAfter(act: Promise<void>) {
  return lazy(() => act.then(loadPanel));
}

/** Remarks beside the text, for a page that most only read. */
export function RemarksLater(props: ComponentProps<typeof ReadingRemarks>) {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}

/** A draft that was changed meanwhile, on such a page. */
export function OvertakenLater(props: ComponentProps<typeof RemarkOvertaken>) {
  return (
    <Suspense fallback={null}>
      <Overtaken {...props} />
    </Suspense>
  );
}
