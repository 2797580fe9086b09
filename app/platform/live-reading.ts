let reading = false;

/** Says whether the page is being read again because others changed something in it: what stands around it is left as it is. */
export function isLiveReading(): boolean {
  return reading;
}

/** Starts or ends the reading again of a page for what others changed. */
export function setLiveReading(now: boolean): void {
  reading = now;
}
