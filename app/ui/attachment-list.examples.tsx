import { AttachmentList } from "./attachment-list";
import type { Examples } from "./example";

const at = new Date("2026-03-14T09:42:00Z");

export const examples: Examples = {
  "with files": (
    <AttachmentList
      holder="interview"
      base="/assessments/harbour"
      list={{
        mayRead: true,
        addTo: "interview:I3",
        files: [
          {
            id: "1",
            name: "Opname havengesprek.m4a",
            type: "audio/mp4",
            bytes: 91_234_567,
            note: "From minute 12 on",
            byName: "Noor Bakker",
            at,
          },
          { id: "2", name: "plattegrond.pdf", type: "application/pdf", bytes: 74_200, note: "", byName: null, at },
        ],
      }}
    />
  ),
  "for others only": <AttachmentList holder="participant" base="/assessments/harbour" list={{ mayRead: false, addTo: null, files: [] }} />,
};
