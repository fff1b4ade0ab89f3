/** What the log calls the house itself. */
const house = 'house';

export function nameOfActor(actor: string, nameOfHouse: string): string {
  return actor === house ? nameOfHouse : `@${actor}`;
}
