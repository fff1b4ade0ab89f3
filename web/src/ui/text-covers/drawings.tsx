import type { TextCover } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { Cinnabar, Grid, Jade, Night, Paper, Sky } from './grounds.tsx';
import { Blossom, Chalk, Kraft, Lantern, Letter, Ticket } from './things.tsx';

export const coverDrawings: Record<TextCover, () => ReactNode> = {
  paper: Paper,
  cinnabar: Cinnabar,
  jade: Jade,
  night: Night,
  grid: Grid,
  kraft: Kraft,
  blossom: Blossom,
  sky: Sky,
  letter: Letter,
  ticket: Ticket,
  chalk: Chalk,
  lantern: Lantern,
};
