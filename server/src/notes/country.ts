import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { open } from 'maxmind';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';

/** ISO 3166-1 alpha-2 of an address, or undefined: unknown is a legal answer. */
export type FindCountry = (address: string) => string | undefined;

/** The bundled file and those of other makers name the country differently. */
interface CountryRecord {
  country_code?: string;
  country?: { iso_code?: string };
}

const bundled = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** Opens the operator's database, or the bundled one. The address itself is never stored. */
export async function openCountryLookup({
  config,
  log,
}: {
  config: Pick<Config, 'geoDatabase'>;
  log: Log;
}): Promise<FindCountry> {
  const path = config.geoDatabase ?? fileURLToPath(import.meta.resolve(bundled));
  try {
    const reader = await open(path);
    return (address) => {
      const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
      if (isIP(plain) === 0) return undefined;
      return codeOf(reader.get(plain) as CountryRecord | null);
    };
  } catch (error) {
    log.error({ err: error, path }, 'country badges are off: the database could not be opened');
    return () => undefined;
  }
}

function codeOf(record: CountryRecord | null): string | undefined {
  const code = record?.country_code ?? record?.country?.iso_code;
  // ZZ is what registries write for addresses nobody holds.
  return code !== undefined && /^[A-Z]{2}$/.test(code) && code !== 'ZZ' ? code : undefined;
}
