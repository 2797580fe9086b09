/** The ways in which an interview is held. */
export const interviewModes = ["in-person", "video", "telephone", "written"] as const;
