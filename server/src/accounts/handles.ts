import { Problem } from '@teahouse/contract';
import { checkHandle } from '@teahouse/engine';

/** A handle given up, or of a deleted account, goes to nobody else for this long: old links must not lead to a stranger. */
export const reservedDays = 90;

/** The handle as it is stored and the key it must be unique by; refuses what cannot be one. */
export function acceptHandle(wished: string): { handle: string; key: string } {
  const checked = checkHandle(wished);
  if (checked.ok) return checked;
  // A look-alike of a reserved name would pass for the house itself: for its wisher it is simply taken.
  if (checked.problem === 'reserved' && !isAscii(wished)) throw new Problem('handle-taken');
  throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/handle', message: checked.problem }] });
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
