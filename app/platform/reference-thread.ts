import { doReferenceTask } from "./reference-tasks.server";
import { answerTasks } from "./thread-tasks.server";

answerTasks(doReferenceTask);
