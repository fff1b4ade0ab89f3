import { type FaultCase, inNewHouse, outcomeOf } from '../fault-case.ts';
import { openVisitor, type Visitor } from '../visitor.ts';

/** A tenth of the limits: an address may search 30 times a minute. */
const strict = { TEAHOUSE_RATE_LIMIT_SCALE: '0.1' };
const most = 30;

export const proxies: FaultCase = {
  name: 'addresses behind a proxy',
  expectation:
    'behind a trusted proxy limited apart, also with a forged first hop; from an untrusted one the header is ignored',
  async run() {
    const trusted = await inNewHouse({ ...strict, TEAHOUSE_TRUSTED_PROXIES: '127.0.0.1' }, async (house) => {
      const visitor = openVisitor(house);
      const first = await countAccepted(visitor, () => '203.0.113.7');
      const other = await countAccepted(visitor, () => '203.0.113.8');
      const forged = await countAccepted(visitor, (index) => `198.51.100.${index}, 203.0.113.9`);
      return { first, other, forged };
    });
    const untrusted = await inNewHouse(strict, (house) =>
      countAccepted(openVisitor(house), (index) => `203.0.113.${index}`),
    );
    return outcomeOf([
      [`trusted: ${trusted.first} and ${trusted.other} of 40 each`, trusted.first === most && trusted.other === most],
      [`forged first hop: ${trusted.forged} of 40`, trusted.forged === most],
      [`untrusted, another header each time: ${untrusted} of 40`, untrusted === most],
    ]);
  },
};

/** How many of 40 requests in a row are not refused for their number. */
async function countAccepted(visitor: Visitor, forwardedFor: (index: number) => string): Promise<number> {
  let accepted = 0;
  for (let index = 0; index < 40; index += 1) {
    const { problem } = await visitor.send('GET', '/api/search/topics?q=tea', {
      headers: { 'x-forwarded-for': forwardedFor(index) },
    });
    if (problem !== 'rate-limited') accepted += 1;
  }
  return accepted;
}
