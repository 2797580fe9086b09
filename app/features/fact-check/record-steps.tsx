import type { RecordRefused } from "./act-on-record.server";
import { CheckPage, ReceiptPage, WithdrawPage } from "./record-copy";
import { RecordForm } from "./record-form";
import type { RecordPage } from "./record-page";

interface RecordStepsProps {
  page: RecordPage;
  refused: RecordRefused | undefined;
  step: string;
}

/** The pages of the interviewee one after another: the record, what she is about to withdraw, all of it once more, and the receipt. */
export function RecordSteps({ page, refused, step }: RecordStepsProps) {
  const waits = page.record.answers.some(({ withdrawn, reply }) => !withdrawn && reply?.verdict === "withdrawn");
  if (step === "check") return <CheckPage page={page} refused={refused} />;
  if (step === "withdraw" && waits) return <WithdrawPage page={page} refused={refused} />;
  if (step === "sent" && page.sentInAt) return <ReceiptPage page={page} />;
  // What was refused for its version starts anew with what was typed, from the version that stands now.
  return <RecordForm key={refused?.version ?? 0} page={page} refused={refused} />;
}
