export { type Behaviour, behaviours } from './behaviour.ts';
export { startDeepLStub } from './deepl-stub.ts';
export type { EngineStub, StubCall, StubSetting } from './engine-stub.ts';
export { type Manner, type Obedience, obediences, obey } from './gullible-model.ts';
export { startLibreTranslateStub } from './libretranslate-stub.ts';
export { startOpenAiStub } from './openai-stub.ts';
export { type Phrases, phraseKey, plausibleTranslation } from './plausible.ts';
export { recogniseOrder } from './recognise-order.ts';
