/** Where the columns of a picture of one criterion stand: names, the axis of the scale, and beside it the values in words. */
export const criterionFrame = { width: 620, edge: 4, names: 178, from: 214, to: 506, row: 32, bars: 44 } as const;
