import { studentShapes, writeSyntheticModels } from '@teahouse/server';
import { comments, notes, wordsIn } from './latency-texts.ts';

/** Run as a process of its own (`<folder> tiny|base <pair>…`), so that its garbage is not taken for the engine's memory. */
const [folder, shape, ...pairs] = process.argv.slice(2);
if (folder === undefined || (shape !== 'tiny' && shape !== 'base')) throw new Error('no folder or no such shape');
const words = [...new Set([...comments, ...notes.flat()].flatMap(wordsIn))];
await writeSyntheticModels(folder, pairs, { shape: studentShapes[shape], words });
