import { decode } from "turbo-stream";

/** What became of a form with a file: the answer of its action, or why there is none. */
export type UploadAnswer = { outcome: "answered"; data: unknown } | { outcome: "lost" | "signedOut" | "tooMany" | "unavailable" };

/** How much of a form has been sent, in bytes. */
export interface UploadProgress {
  done: number;
  total: number;
}

/**
 * Posts a form with a file to its own action with the header `x-upload`, and tells how much was sent (`fetch` can't). The action answers
 * with its data in place of a redirect. Sending is stopped through the signal.
 */
export function sendUpload(form: HTMLFormElement, tell: (progress: UploadProgress) => void, signal: AbortSignal): Promise<UploadAnswer> {
  const url = new URL(form.action, document.baseURI);
  url.pathname = `${url.pathname}.data`;
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell({ done: loaded, total });
    request.onerror = request.onabort = () => resolve({ outcome: "lost" });
    request.onload = () => void answerOf(request).then(resolve, () => resolve({ outcome: "lost" }));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", url);
    request.responseType = "blob";
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("x-upload", "1");
    request.send(new FormData(form));
  });
}

async function answerOf({ status, response }: XMLHttpRequest): Promise<UploadAnswer> {
  if (status === 401) return { outcome: "signedOut" };
  if (status === 429) return { outcome: "tooMany" };
  if (status >= 500 || !(response instanceof Blob)) return { outcome: "unavailable" };
  const { value } = await decode(response.stream());
  return typeof value === "object" && value !== null && "data" in value ? { outcome: "answered", data: value.data } : { outcome: "lost" };
}
