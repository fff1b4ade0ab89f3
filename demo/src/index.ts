export { type TownEvent, townHistory } from './history.ts';
export { pictureName, readAvatar, readPicture } from './pictures.ts';
export { type TownText, townTexts } from './texts.ts';
export { original, readTown, type Town, type TownLanguage, type TownMember, type TownNote } from './town.ts';
