import type { Examples } from "./example";
import { UploadProgress } from "./upload-progress";

export const examples: Examples = {
  "half way": <UploadProgress progress={{ done: 48_000_000, total: 91_234_567 }} stop={() => undefined} />,
  "all sent": <UploadProgress progress={{ done: 1000, total: 1000 }} stop={() => undefined} />,
};
