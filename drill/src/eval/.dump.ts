import { couldGiveOrders } from '@teahouse/engine';
import { halfOf, readAttacks, readBenign } from './attack-set.ts';

for (const b of readBenign()) if (couldGiveOrders(b.text)) console.log(b.id + '\t' + b.text);
for (const b of readAttacks())
  if (halfOf(b) === 'build' && !couldGiveOrders(b.text)) console.log('NOT ' + b.id + '\t' + b.text.slice(0, 100));
