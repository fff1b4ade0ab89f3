/** Calendar day in UTC, as PostgreSQL reads it. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
