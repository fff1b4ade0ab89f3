import type { TestProject } from 'vitest/node';
import { startHouse } from './start-house.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a running house filled with the demo town. */
    house: string;
    /** One-time token that makes its bearer the operator. */
    operatorToken: string;
  }
}

/**
 * Serves the demo town, and stops it when the journeys are over. It has no translation engine: what it can translate comes from
 * the shipped memory. While writing a journey, `JOURNEY_HOUSE=http://localhost:3000` uses a demo town that runs already.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.JOURNEY_HOUSE;
  if (running) {
    project.provide('house', running);
    project.provide('operatorToken', process.env.JOURNEY_OPERATOR_TOKEN ?? '');
    return async () => {};
  }
  const house = await startHouse({ environment: { TEAHOUSE_TRANSLATION_ENGINES: '' } });
  project.provide('house', house.url);
  project.provide('operatorToken', house.operatorToken);
  return house.stop;
}
