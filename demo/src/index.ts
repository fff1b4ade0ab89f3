export { type TownEvent, townHistory } from './history.ts';
export { pictureName, readAvatar, readPicture } from './pictures.ts';
export { original, readTown, type Town, type TownLanguage, type TownMember, type TownNote } from './town.ts';
