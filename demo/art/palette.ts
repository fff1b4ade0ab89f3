// Colours: rooms (indoors) and skies (outdoors), a few well-chosen ones each.
import { pick, type Stage } from './svg.ts';

export const INK = '#1F1B16';
export const PAPER = '#FFFEFB';
export const CINNABAR = '#D8432E';
export const JADE = '#1F7A6B';
export const AMBER = '#E9A83A';
export const CREAM = '#FBF1DF';

export interface Room {
  wall: string;
  wall2: string;
  light: string;
  table: string;
  table2: string;
  cloth: string;
  a: string;
  b: string;
  c: string;
  leaf: string;
  leaf2: string;
  ink: string;
  night: boolean;
}
export interface Sky {
  top: string;
  mid: string;
  low: string;
  sun: string;
  cloud: string;
  far: string;
  hill: string;
  near: string;
  ground: string;
  ground2: string;
  water: string;
  glint: string;
  leaf: string;
  leaf2: string;
  lit: string;
  ink: string;
  night: boolean;
}

const room = (row: string, night = false): Room => {
  const [wall, wall2, light, table, table2, cloth, a, b, c, leaf, leaf2, ink] = row.split(' ').map((x) => `#${x}`) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { wall, wall2, light, table, table2, cloth, a, b, c, leaf, leaf2, ink, night };
};
export const ROOMS = {
  cream: room('F3E3CB E0C6A2 FFF8E8 C98F5D A56C42 FBF4E6 D8432E 1F7A6B E9A83A 6A9461 3B6B52 3A2A20'),
  sage: room('B4CCB6 8FAF97 DCEACF E6C79B C39A6B FFF8EA D8432E 2B5F6B F0B34C 3F7D5C 245848 24332E'),
  rose: room('E9B59B D08E77 FBDCC3 8C4A38 68332A FBEBDD B8352A 2E7A70 F5C15F 5B8258 355C4A 3A1E1C'),
  indigo: room('33415F 232C47 55638A 80503C 56342B EBDCC4 E35A42 46A292 F7C25C 5A967A 2E5E55 141826', true),
  powder: room('BDD6DF 98BAC8 EAF4F1 EFD9BA CDAB82 FFFDF6 D8432E 1F7A6B EFAE48 5A9070 336557 223540'),
  mustard: room('EFC565 DBA33F FCE6A8 A5532E 7E3B24 FFF5DD C8382A 1F6F70 FFF0C4 4F8055 2F5A48 40221A'),
  jade: room('277567 185349 4D9685 DCA76C B27C48 F8ECD6 E4583F F0D9A8 F3B84D 7FB98A 3F8A6B 0F2E2A', true),
  blush: room('F7DBD3 E5B8AF FFF3EC D9A781 B57F5B FFFAF2 D2452F 2F7D74 ECA941 7CA27C 4A7762 3E2430'),
  lilac: room('C9BCD8 A796BE EBE0EE E2B892 B98A67 FFF7EC D14A3C 2C7078 F2B757 66916F 3C6659 2D2440'),
} as const;
export type RoomName = keyof typeof ROOMS;

const sky = (row: string, night = false): Sky => {
  const [top, mid, low, sun, cloud, far, hill, near, ground, ground2, water, glint, leaf, leaf2, lit, ink] = row
    .split(' ')
    .map((x) => `#${x}`) as string[] as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { top, mid, low, sun, cloud, far, hill, near, ground, ground2, water, glint, leaf, leaf2, lit, ink, night };
};
export const SKIES = {
  clear: sky(
    '6FB3CF A9D4DB F4EEDB FFF3C9 FFFCF3 9DBFC6 6FA08F 3F7B62 D9BE8D B79463 5FA6B5 D7EFEA 5F9A5E 2F6B4F FFE3A0 22363A',
  ),
  dawn: sky(
    'E9A6A0 F5C7AE FCE9CB FFF4D8 FFF0E2 C79FB0 9C7F9D 5E6680 D7A88C B07F70 C99AA5 FFE6CE 7E8F6C 4D6455 FFE2A3 3B2A3E',
  ),
  golden: sky(
    'EF9A55 F6BE6E FDE6AC FFF8D8 FFEBC4 D79A6B A97A55 6F5A3F D9A45E A97440 D99A5C FFF0BF 8F8A45 56602F FFEDB0 40281C',
  ),
  dusk: sky(
    '45447A B5627F F7B07A FFD98C E88E86 7B5C8C 544874 332F55 6B4A63 46335A 5C5285 FBC08A 4C5F66 2C3D50 FFCF73 1E1A38',
  ),
  night: sky(
    '121B3A 22335E 48608E FBEFC5 3D5183 2E4470 20345A 142441 2C3A57 1B2742 22365F 8FA9D0 2F5F5C 183F45 FFC860 0B1226',
    true,
  ),
  mist: sky(
    '9CC3B4 C8DDC9 F3F1DC FFF7DA FBFAEE A9C5B5 75A08C 3F7261 C9BE94 9C9068 86B5A6 EAF4E4 5B9168 2D6350 FFE3A0 1E3A33',
  ),
  spring: sky(
    'A9D3E2 D6E6E4 FDEBE2 FFF6DC FFFFFF B7CBD4 86B09A 569072 E4CBA4 C2A276 8CC3CD F1F8F0 79AC67 3F7B58 FFE3A0 2B3A44',
  ),
  rain: sky(
    '5F7688 8FA3AA C9CFC6 EFE9D2 AEBBBD 8296A0 5C7680 3D5661 7E8A8C 59686F 64808C CFDCDA 52806D 2C574F FFD27A 1C2B35',
  ),
} as const;
export type SkyName = keyof typeof SKIES;

const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];
/** The room of a drawing: all four variants of one id differ. */
export const roomOf = (s: Stage, ...names: RoomName[]): Room =>
  ROOMS[pick(names.length ? names : ROOM_NAMES, (s.seed % 97) + s.v * (names.length ? 1 : 2))];
export const skyOf = (s: Stage, ...names: SkyName[]): Sky => SKIES[pick(names, (s.seed % 89) + s.v)];
export const lightRooms: RoomName[] = ['cream', 'sage', 'rose', 'powder', 'mustard', 'blush', 'lilac'];
