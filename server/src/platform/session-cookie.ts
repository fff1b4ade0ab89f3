import type { Config } from './config.ts';

/** Over https the name begins with `__Host-`: no subdomain and no http page can set it. */
export function sessionCookieOf({ origin }: Pick<Config, 'origin'>) {
  const secure = origin?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-teahouse_session' : 'teahouse_session',
    secure,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
  } as const;
}
