import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadReadingHall } from "~/features/editions/load-reading-hall.server";
import { ReadingHall } from "~/features/editions/reading-hall";
import { HallRemarks } from "~/features/remarks/hall-remarks";
import { loadHallRemarks } from "~/features/remarks/load-edition-remarks.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("editions.hall.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "reading-room.read", assessment);
  const hall = await loadReadingHall(db, user, assessment, new Date());
  return { ...hall, remarks: await loadHallRemarks(db, user, assessment, hall.editions[0]?.number, new Date()) };
}

export default function ReadingHallRoute() {
  const { remarks, ...hall } = useLoaderData<typeof loader>();
  return <ReadingHall {...hall} remarks={remarks && <HallRemarks {...remarks} />} />;
}
