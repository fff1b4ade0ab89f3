import sharp from 'sharp';
import { drawCard } from './draw-card.ts';
import { type Outcome, PictureRefusal, type Task } from './protocol.ts';
import { renderPicture } from './render-picture.ts';

/**
 * Entry of the process that touches files of strangers. It has no database, no secrets and no network; when the decoder
 * crashes or swells, only this process ends.
 */
const mostResidentBytes = 900 * 1024 * 1024;
const watchMilliseconds = 100;

sharp.cache(false);
sharp.concurrency(1);

process.on('message', (task: Task) => {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > mostResidentBytes) process.exit(1);
  }, watchMilliseconds);
  work(task)
    .catch(failureOf)
    .then((outcome) => {
      clearInterval(watch);
      process.send?.(outcome);
    });
});
// The house has ended, however it ended.
process.on('disconnect', () => process.exit(0));

async function work(task: Task): Promise<Outcome> {
  if (task.kind === 'render') return { kind: 'rendered', picture: await renderPicture(task.bytes, task.care) };
  return { kind: 'drawn', png: await drawCard(task.card) };
}

function failureOf(error: unknown): Outcome {
  if (error instanceof PictureRefusal) return { kind: 'refused', code: error.code };
  return { kind: 'failed', message: String(error) };
}
