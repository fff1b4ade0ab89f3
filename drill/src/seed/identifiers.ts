import { createHash } from 'node:crypto';

/** A UUIDv7 of a moment that is the same in every run: the random part is a hash of the name. */
export function idAt(milliseconds: number, name: string): string {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
  const tail = createHash('md5').update(name).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}

/** The session cookie of a seeded member. */
export function cookieOf(member: number): string {
  return createHash('sha256').update(`session of member ${member}`).digest('base64url');
}

/** As the sessions' table keeps it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The same in SQL, for rows that are made inside the database. */
export function sqlIdAt(moment: string, name: string): string {
  return `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${name}), 1, 3)
    || '8' || substr(md5(${name}), 4, 15))::uuid`;
}
