import { useMe } from '../data/session.ts';

/** Where "Me" leads: the own profile, or the door. */
export function useMeLink() {
  const me = useMe();
  return me
    ? ({ to: '/members/$handle', params: { handle: me.handle } } as const)
    : ({ to: '/sign-in', search: {} } as const);
}
