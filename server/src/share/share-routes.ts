import { Problem } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { LimitCheck } from '../http/limits.ts';
import { type CardDrawer, planNoteCard, planProfileCard, planTopicCard } from './draw-share-card.ts';
import type { ShareSubjects } from './share-subjects.ts';

export interface ShareMountOptions {
  limits: LimitCheck;
}

type Plan = ReturnType<typeof planNoteCard>;

/** Short: a withdrawn note must not live on in previews. */
const cacheSeconds = 60;

/** `/share/notes/<id>.png`, `/share/members/<handle>.png`, `/share/topics/<name>.png`: the picture of a link preview. */
export function mountShareCards(
  http: FastifyInstance,
  cards: CardDrawer,
  subjects: ShareSubjects,
  houseName: () => string,
  { limits }: ShareMountOptions,
): void {
  const plans: Record<string, (name: string) => Promise<Plan | undefined>> = {
    notes: async (id) => planned(await subjects.findNote(id), planNoteCard),
    members: async (handle) => planned(await subjects.findProfile(handle), planProfileCard),
    topics: async (name) => planned(await subjects.findTopic(name), planTopicCard),
  };

  function planned<S>(subject: S | undefined, plan: (subject: S, house: string) => Plan): Plan | undefined {
    return subject && plan(subject, houseName());
  }

  http.get<{ Params: { kind: string; file: string } }>('/share/:kind/:file', async (request, reply) => {
    await limits('read', request, reply, undefined);
    const { kind, file } = request.params;
    const plan =
      file.endsWith('.png') && Object.hasOwn(plans, kind) ? await plans[kind]?.(file.slice(0, -4)) : undefined;
    if (!plan) throw new Problem('not-found');
    return sendCard(reply, await cards.cardOf(plan));
  });
}

function sendCard(reply: FastifyReply, png: Uint8Array): FastifyReply {
  return (
    reply
      .header('cache-control', `public, max-age=${cacheSeconds}`)
      // Previews are shown on other sites.
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('image/png')
      .send(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
  );
}
