import type { FastifyInstance } from 'fastify';
import { pingDatabase } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

/** Live: the process answers. Ready: the database answers, too, and writes are accepted. */
export function mountHealth(app: FastifyInstance, { db, houseState }: Pick<Deps, 'db' | 'houseState'>): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const isUp = await pingDatabase(db).then(
      () => true,
      () => false,
    );
    return reply
      .code(isUp ? 200 : 503)
      .send({ status: isUp ? 'ready' : 'waiting', database: isUp ? 'up' : 'down', house: houseState.current });
  });
}
