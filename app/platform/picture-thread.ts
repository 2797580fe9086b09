import { picturePng } from "./picture.server";
import type { PngOrder } from "./picture-work.server";
import { answerTasks } from "./thread-tasks.server";

answerTasks(({ picture, language }: PngOrder) => picturePng(picture, language));
