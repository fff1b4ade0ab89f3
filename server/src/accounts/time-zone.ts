import { Problem } from '@teahouse/contract';

const form = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

/** A name of the IANA database, as this runtime knows it. */
export function acceptTimeZone(name: string): string {
  if (form.test(name) && isKnown(name)) return name;
  throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/timeZone', message: 'time-zone' }] });
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
