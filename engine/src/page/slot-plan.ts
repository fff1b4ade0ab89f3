/**
 * Places of `count` special slots on a page, evenly apart, moved by `turn`: over several pages each comes into every column.
 * A place that is taken moves on to the next free one.
 *
 * @param plan one number a slot, 0 free; the places found are set to `mark`
 */
export function planSlots(plan: Uint8Array, size: number, { count, turn, mark }: SlotWish): void {
  if (!(count > 0)) return;
  const gap = size / count;
  const shift = Math.floor(Math.abs(turn)) % Math.max(1, Math.floor(gap));
  for (let index = 0; index < count; index += 1) {
    const place = nextFree(plan, size, Math.floor(index * gap) + shift);
    if (place >= 0) plan[place] = mark;
  }
}

interface SlotWish {
  count: number;
  turn: number;
  mark: number;
}

function nextFree(plan: Uint8Array, size: number, from: number): number {
  for (let step = 0; step < size; step += 1) {
    const place = (from + step) % size;
    if (plan[place] === 0) return place;
  }
  return -1;
}
