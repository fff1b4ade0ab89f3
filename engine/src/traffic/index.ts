/** What a thread of the engine needs, without the tables of words and languages that the house reads texts with. */
export { noteVector } from '../notes/note-vector.ts';
export { seededRandom } from '../random.ts';
export { openTrafficEngine, openTrafficReader, type TrafficEngine, type TrafficReader } from './traffic-engine.ts';
