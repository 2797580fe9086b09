import { answerTasks } from "~/platform/thread-tasks.server";
import { writeComparison } from "./comparison-files.server";

answerTasks(writeComparison);
