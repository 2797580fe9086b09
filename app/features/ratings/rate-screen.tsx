import type { RatingAnswer } from "./act-on-rating.server";
import { RateConflict } from "./rate-conflict";
import { RatePage, type RatePageProps } from "./rate-page";

interface RateScreenProps extends Omit<RatePageProps, "problem"> {
  /** What became of what was posted. */
  answer: RatingAnswer | undefined;
}

/** The page on which one subject is judged; where another window of the same person was first, both texts instead. */
export function RateScreen({ answer, ...page }: RateScreenProps) {
  if (answer?.conflict)
    return <RateConflict page={page.page} conflict={answer.conflict} leaveHref={page.rateHref(page.page.subject.code)} />;
  return <RatePage {...page} problem={answer?.problem} />;
}
