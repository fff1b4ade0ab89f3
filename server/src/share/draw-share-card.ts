import { createHash } from 'node:crypto';
import { blobPrefix } from '../media/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Card } from '../platform/pictures/workshop.ts';
import type { TopicFigures } from './share-card.sql.ts';
import type { SharedNote, SharedProfile } from './share-subjects.ts';

type Needs = Pick<Deps, 'blobs' | 'workshop'>;

/** Words and cover of a card; the cover picture is fetched only when the card has to be drawn. */
interface CardPlan extends Omit<Card, 'picture'> {
  subject: string;
  coverKey?: string;
}

/** Draws cards once and keeps them; a card is drawn anew when what it shows has changed. */
export function createCardDrawer({ blobs, workshop }: Needs) {
  const drawing = new Map<string, Promise<Uint8Array>>();

  async function draw(plan: CardPlan, key: string): Promise<Uint8Array> {
    const { subject, coverKey, ...card } = plan;
    const picture = coverKey && (await blobs.has(coverKey)) ? await blobs.get(coverKey) : undefined;
    const png = await workshop.drawCard(picture ? { ...card, picture } : card);
    await blobs.deleteAll(folderOf(subject));
    await blobs.put(key, png);
    return png;
  }

  return {
    async cardOf(plan: CardPlan): Promise<Uint8Array> {
      const key = `${folderOf(plan.subject)}${fingerprint(plan)}.png`;
      const known = drawing.get(key);
      if (known) return known;
      if (await blobs.has(key)) return blobs.get(key);
      const started = draw(plan, key).finally(() => drawing.delete(key));
      drawing.set(key, started);
      return started;
    },
    forget: (subject: string) => blobs.deleteAll(folderOf(subject)),
  };
}

export type CardDrawer = ReturnType<typeof createCardDrawer>;

export function planNoteCard({ id, title, author, cover }: SharedNote, house: string): CardPlan {
  const plan = { subject: `notes/${id}`, title, subtitle: author.name, house };
  if (cover.kind === 'text') return { ...plan, template: cover.template };
  const { picture } = cover;
  const width = picture.widths.find((candidate) => candidate >= 720) ?? picture.widths.at(-1) ?? 360;
  return { ...plan, coverKey: `${blobPrefix(picture.id)}${width}.webp` };
}

export function planProfileCard({ id, name, handle }: SharedProfile, house: string): CardPlan {
  return { subject: `members/${id}`, title: name, subtitle: `@${handle}`, house, template: 'letter' };
}

export function planTopicCard({ id, name }: TopicFigures, house: string): CardPlan {
  return { subject: `topics/${id}`, title: `# ${name}`, subtitle: '', house, template: 'jade' };
}

function folderOf(subject: string): string {
  return `share/${subject}/`;
}

function fingerprint(plan: CardPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 24);
}
