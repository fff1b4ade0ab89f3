import type { KuaiRand } from '../kuairand-data.ts';

// Beta prior of ten impressions at the house's rate so far.
const PRIOR = 10;

/** Rate of each video over all that came before the exposure, learnt one by one. */
export function itemRates(data: KuaiRand, head: number, videos: number): Float32Array {
  const shown = new Float64Array(videos);
  const done = new Float64Array(videos);
  let allDone = 0;
  return Float32Array.from({ length: data.count }, (_, row) => {
    const video = data.video[row] as number;
    const mean = row > 0 ? allDone / row : 0;
    const score = ((done[video] as number) + PRIOR * mean) / ((shown[video] as number) + PRIOR);
    const label = ((data.done[row] as number) >>> head) & 1;
    shown[video] = (shown[video] as number) + 1;
    done[video] = (done[video] as number) + label;
    allDone += label;
    return score;
  });
}

/** How often each video was done so before the first day of the test. */
export function popularity(data: KuaiRand, head: number, videos: number, testFrom: number): Float32Array {
  const done = new Float64Array(videos);
  for (let row = 0; row < data.count; row += 1) {
    if ((data.day[row] as number) >= testFrom) continue;
    const video = data.video[row] as number;
    done[video] = (done[video] as number) + (((data.done[row] as number) >>> head) & 1);
  }
  return Float32Array.from(data.video, (video) => done[video] as number);
}
