import { useNavigate } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type FileProblem, problemBefore } from "~/domain/files/file-problem";
import type { HolderKind } from "~/domain/files/kinds";
import { sendUpload, type UploadAnswer, type UploadProgress } from "~/ui/send-upload";
import type { ReceivedAttachment } from "./receive-attachment.server";

/** Where a file that is sent with script stands. */
export interface Upload {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  progress: UploadProgress | null;
  stop: () => void;
  /** What was wrong: with the file, or with sending it. */
  file: FileProblem | undefined;
  failed: Exclude<UploadAnswer["outcome"], "answered"> | undefined;
  /** What was wrong with the other fields. */
  form: ReceivedAttachment["form"];
}

/** Sends the form with script, so that progress can be told: a file that is too large or of a wrong kind is told before anything is sent. */
export function useUpload(holder: HolderKind): Upload {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const [told, setTold] = useState<Pick<Upload, "file" | "failed" | "form">>({ file: undefined, failed: undefined, form: undefined });
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  async function send(form: HTMLFormElement, file: File | undefined): Promise<void> {
    const before = file ? problemBefore(file, holder) : "missing";
    setTold({ file: before ?? undefined, failed: undefined, form: undefined });
    if (before) return;
    const control = (sending.current = new AbortController());
    setProgress({ done: 0, total: file?.size ?? 0 });
    const answer = await sendUpload(form, setProgress, control.signal);
    sending.current = null;
    setProgress(null);
    if (control.signal.aborted) return;
    if (answer.outcome !== "answered") return setTold({ file: undefined, failed: answer.outcome, form: undefined });
    const received = answer.data as ReceivedAttachment; // what the action of this page answers
    if (received.to !== undefined) navigate(received.to);
    else setTold({ file: received.file, failed: undefined, form: received.form });
  }

  return {
    progress,
    ...told,
    stop: () => sending.current?.abort(),
    onSubmit(event) {
      event.preventDefault();
      const field = event.currentTarget.elements.namedItem("file");
      if (!sending.current) void send(event.currentTarget, field instanceof HTMLInputElement ? field.files?.[0] : undefined);
    },
  };
}
