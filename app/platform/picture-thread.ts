import { pngFromSvg } from "./picture.server";
import { answerTasks } from "./thread-tasks.server";

answerTasks((svg: string) => pngFromSvg(svg));
